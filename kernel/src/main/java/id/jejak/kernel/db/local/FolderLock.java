package id.jejak.kernel.db.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second Java off a data folder, until closed or until this process ends however it ends.
 *
 * <p>The operating system drops a process's lock when the process closes <em>any</em> opening of the file, so
 * a second opening in this process must not even happen: hence the set, which mirrors the process's state.
 */
final class FolderLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** @param file its real path, so that one folder has one name */
  static FolderLock take(Path file) throws IOException {
    if (!HELD.add(file)) {
      throw inUse(file, "process " + ProcessHandle.current().pid() + ", which is this one");
    }
    try {
      var channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE), DataFolder.ownerOnly("rw-------"));
      if (channel.tryLock() == null) {
        var holder = holder(channel);
        channel.close();
        throw inUse(file, holder);
      }
      channel.truncate(0);
      channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return new FolderLock(file, channel);
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    var pid = US_ASCII.decode(bytes.flip()).toString();
    return pid.isBlank() ? "another process" : "process " + pid;
  }

  private static StartFailure inUse(Path file, String holder) {
    return new StartFailure("data folder " + file.getParent() + " is in use by " + holder
        + ": stop that one, or choose another folder");
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
