package id.jejak.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Jejak this is, as the build wrote it down. */
public final class Version {
  private static final String FILE = "/id/jejak/app/version.txt";

  private Version() {}

  /** The version, such as {@code 0.1.0}. */
  public static String text() {
    try (var in = Version.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path: build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
