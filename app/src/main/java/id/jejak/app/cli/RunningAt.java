package id.jejak.app.cli;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A note in the data folder that says where its Jejak is served, so that other verbs find it on any port. */
final class RunningAt {
  private RunningAt() {}

  private static Path file(Path data) {
    return data.resolve("jejak.url");
  }

  static void write(Path data, String url) {
    try {
      Files.writeString(file(data), url);
    } catch (IOException e) {
      throw new StartFailure("cannot write to " + data + ": check who may write there", e);
    }
  }

  /** Where it was last served; empty when it was stopped in order, or never started. */
  static Optional<String> read(Path data) {
    try {
      return Files.exists(file(data)) ? Optional.of(Files.readString(file(data)).strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static void forget(Path data) {
    try {
      Files.deleteIfExists(file(data));
    } catch (IOException e) {
      throw new StartFailure("cannot delete " + file(data) + ": delete it by hand", e);
    }
  }
}
