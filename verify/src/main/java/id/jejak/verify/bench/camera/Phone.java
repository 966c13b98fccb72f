package id.jejak.verify.bench.camera;

import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A visitor of the page for phones, logged in at the demo world, who sends one picture after the other. */
final class Phone implements Worker {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  /**
   * A picture that is sent.
   *
   * @param expected in its answer; an answer that asks to come later is none
   */
  record Shot(byte[] jpeg, boolean thorough, String expected) {}

  private final Wire wire;
  private final String head;
  private final List<byte[]> requests;
  private final List<Shot> shots;
  private final AtomicInteger refused;
  private final String base;
  private String cookie = "jejak_language=id";
  private int next;

  /**
   * Logs in.
   *
   * @param first which of the pictures is sent first
   * @param refused counts answers that ask to come later
   */
  Phone(int port, List<Shot> shots, int first, AtomicInteger refused) throws IOException {
    this.base = "http://127.0.0.1:" + port;
    try (var http = HttpClient.newHttpClient()) {
      var board = token(sent(http, "/console/ttac", ""));
      sent(http, "/console/ttac/login", "email=farmasi%40sarana-a.example&password=jejak-123&csrf=" + board);
      var page = sent(http, "/console/ttac/phone", "");
      if (!page.contains("data-camera")) {
        throw new IOException("nobody could log in at the dashboard");
      }
      head = "Cookie: " + cookie + "\r\nX-Csrf: " + token(page) + "\r\n";
    }
    this.shots = shots;
    this.requests = shots.stream().map(this::request).toList();
    this.wire = new Wire(port);
    this.refused = refused;
    this.next = first;
  }

  private String sent(HttpClient http, String path, String form) throws IOException {
    var request = HttpRequest.newBuilder(URI.create(base + path)).version(HttpClient.Version.HTTP_1_1)
        .header("Cookie", cookie).header("Content-Type", "application/x-www-form-urlencoded");
    try {
      var answer = http.send((form.isEmpty() ? request : request.POST(BodyPublishers.ofString(form))).build(),
          BodyHandlers.ofString());
      answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at " + path, e);
    }
  }

  private static String token(String page) {
    var found = CSRF.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("no form on the page: is the demo world there?");
    }
    return found.group(1);
  }

  private byte[] request(Shot shot) {
    var body = new ByteArrayOutputStream();
    if (shot.thorough()) {
      body.writeBytes(text("--b\r\nContent-Disposition: form-data; name=\"thorough\"\r\n\r\n1\r\n"));
    }
    body.writeBytes(text("--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"frame.jpg\"\r\n"
        + "Content-Type: image/jpeg\r\n\r\n"));
    body.writeBytes(shot.jpeg());
    body.writeBytes(text("\r\n--b--\r\n"));
    var all = new ByteArrayOutputStream();
    all.writeBytes(text("POST /console/ttac/phone/frame HTTP/1.1\r\nHost: localhost\r\n" + head
        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.size() + "\r\n\r\n"));
    all.writeBytes(body.toByteArray());
    return all.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long call() throws IOException {
    int which = next++ % shots.size();
    var answer = wire.call(requests.get(which));
    if (answer.contains("\"error\":\"other pictures")) {
      refused.incrementAndGet();
    } else if (!answer.contains(shots.get(which).expected())) {
      throw new IllegalStateException("expected " + shots.get(which).expected() + ", not "
          + answer.substring(0, Math.min(300, answer.length())));
    }
    return 1;
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
