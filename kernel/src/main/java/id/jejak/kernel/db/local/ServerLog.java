package id.jejak.kernel.db.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The server's log file: one, and the one before it. */
record ServerLog(Path file) {

  /** The log to append to; a large one is put aside first, in place of the one put aside before. */
  static ServerLog open(DataFolder folder, ServerUser user) throws IOException {
    var file = folder.log().resolve("postgres.log");
    if (Files.exists(file) && Files.size(file) > Limits.LOG_BYTES) {
      Files.move(file, folder.log().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      FileChannel.open(file, how, DataFolder.ownerOnly("rw-------")).close();
      user.own(file);
    }
    return new ServerLog(file);
  }

  long size() throws IOException {
    return Files.size(file);
  }

  /** The last lines written since the file had the given size. */
  static String end(Path file, long since) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var bytes = ByteBuffer.allocate(Limits.SHOWN_LOG_BYTES);
      channel.read(bytes, Math.max(since, channel.size() - Limits.SHOWN_LOG_BYTES));
      return UTF_8.decode(bytes.flip()).toString().strip();
    }
  }
}
