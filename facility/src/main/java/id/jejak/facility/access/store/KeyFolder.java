package id.jejak.facility.access.store;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The folder of keys, outside of the database: files that only their owner may read. Nodes on one database share it.
 * Thread-safe.
 */
public final class KeyFolder {
  private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE);

  private final Path folder;

  /** The folder; made when first needed. */
  public KeyFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The text of a key's file; made when it is not there.
   *
   * @throws StartFailure when it cannot be read or made, or others may read it
   */
  synchronized String text(String name, Supplier<String> fresh) {
    var file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file, fresh.get());
      }
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new StartFailure(file + " may be read by others than its owner: chmod 600 it");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartFailure(file + " cannot be read or made: mend its permissions, or put the keys that belong to"
          + " these data there", e);
    }
  }

  /**
   * Replaces a key's file as a whole, alone among all nodes.
   *
   * @param change is given what the file holds now
   */
  synchronized String replace(String name, Instant now, UnaryOperator<String> change) {
    var file = folder.resolve(name);
    try (var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = lock.lock()) {
      if (!held.isValid()) {
        throw new IOException("the lock is gone");
      }
      var changed = change.apply(Files.readString(file).strip());
      var written = written(changed);
      Files.setLastModifiedTime(written, FileTime.from(now)); // by the clock of the house, which may be another one
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      return changed;
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be replaced; the keys stay as they were", e);
    }
  }

  /** When a key's file was last replaced, as whoever did it said. */
  Instant replaced(String name) {
    try {
      return Files.getLastModifiedTime(folder.resolve(name)).toInstant();
    } catch (IOException e) {
      throw new IllegalStateException(folder.resolve(name) + " is gone", e);
    }
  }

  private void make(Path file, String text) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var written = written(text);
    try {
      Files.createLink(file, written); // all of it or nothing, and never over another one
    } catch (FileAlreadyExistsException e) { // another start was faster; its key counts
      Files.deleteIfExists(written);
      return;
    }
    Files.delete(written);
  }

  private Path written(String text) throws IOException {
    var file = Files.createTempFile(folder, "new", ".key",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text + "\n");
    return file;
  }
}
