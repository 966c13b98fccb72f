package id.jejak.ttac.http.upload;

import id.jejak.kernel.http.Body.BodyTooLarge;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that came with a request, kept on disk until closed. Either the body is the file, or it is a multipart form
 * with fields in front of the file.
 *
 * @param name as the sender calls it, without folders; for people only
 */
public record Upload(Path file, String name) implements AutoCloseable {
  private static final int NAME = 200;

  /**
   * Takes the file off the wire.
   *
   * @param meet called with the fields in front of the file, before any of it is read: the place to refuse strangers
   * @param use what to do with the file, which is gone afterwards
   * @return empty when a multipart form carries no file
   * @throws BodyTooLarge above {@link Limits#FILE_BYTES}
   */
  public static <C, T> Optional<T> receive(Request request, Function<Map<String, List<String>>, C> meet,
      Use<C, T> use) {
    var type = request.header("Content-Type").orElse("");
    try (var in = request.body().stream()) {
      if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
        var form = new MultipartStream(in, type);
        var name = form.toFile();
        if (name.isEmpty()) {
          meet.apply(form.fields()); // who has no token hears that first
          return Optional.empty();
        }
        return Optional.of(keep(name.get(), meet.apply(form.fields()), form::copyTo, use));
      }
      return Optional.of(keep("", meet.apply(Map.of()), out -> copy(in, out), use));
    } catch (IOException e) {
      throw new UncheckedIOException("the upload ended before it was complete", e);
    }
  }

  /** Does something with a caller and its file. */
  @FunctionalInterface
  public interface Use<C, T> {
    /** The file is deleted when this returns. */
    T with(C caller, Upload upload);
  }

  @FunctionalInterface
  private interface Source {
    void copyTo(OutputStream out) throws IOException;
  }

  private static <C, T> T keep(String name, C caller, Source source, Use<C, T> use) throws IOException {
    try (var upload = new Upload(Files.createTempFile("jejak-", ".upload"), shown(name))) {
      try (var out = new Limited(Files.newOutputStream(upload.file()))) {
        source.copyTo(out);
      }
      return use.with(caller, upload);
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    in.transferTo(out);
  }

  /** The last part of a path, without what no screen shows. */
  public static String shown(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
        .replaceAll("\\p{Cntrl}", "").strip();
    return last.length() > NAME ? last.substring(0, NAME) : last;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private static final class Limited extends OutputStream {
    private final OutputStream out;
    private long left = Limits.FILE_BYTES;

    Limited(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      left -= len;
      if (left < 0) {
        throw new BodyTooLarge(Limits.FILE_BYTES);
      }
      out.write(b, off, len);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
