package id.jejak.verify.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to this machine. Deliberately little: the generator shares its cores with what
 * it measures, so requests are bytes made beforehand, and of an answer only its length is understood.
 *
 * <p>For one thread.
 */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int LARGEST_HEAD = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private byte[] buffer = new byte[64 * 1024];

  /** Connects to a port of the loopback address. */
  public Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
  }

  /** A request with a JSON body, as bytes. */
  public static byte[] request(String method, String path, byte[] json) {
    return request(method, path, "application/json", json);
  }

  /** A request with a body, as bytes. */
  public static byte[] request(String method, String path, String type, byte[] body) {
    var head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
        + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    var all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @return the answer's body, as ISO 8859-1 text so that nothing need be decoded
   */
  public String call(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int filled = 0;
    int head = -1;
    while (head < 0) {
      if (filled > LARGEST_HEAD) {
        throw new IOException("the answer's head does not end");
      }
      filled += more(filled);
      head = endOfHead(filled);
    }
    int whole = head + length(new String(buffer, 0, head, StandardCharsets.ISO_8859_1));
    if (whole > buffer.length) {
      buffer = Arrays.copyOf(buffer, whole);
    }
    while (filled < whole) {
      filled += more(filled);
    }
    return new String(buffer, head, whole - head, StandardCharsets.ISO_8859_1);
  }

  private int more(int filled) throws IOException {
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the server hung up");
    }
    return read;
  }

  private int endOfHead(int filled) {
    for (int i = 3; i < filled; i++) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int length(String head) throws IOException {
    var lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("\r\ncontent-length:");
    if (at < 0) {
      throw new IOException("an answer without Content-Length: " + head);
    }
    int from = at + "\r\ncontent-length:".length();
    return Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)).strip());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
