package id.jejak.kernel.db.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The folder that holds everything of one installation: what lies where, and who may see it. */
record DataFolder(Path root) {
  private static final String MAJOR = "18";

  /** Makes the folder, for its owner alone, if it is not there. */
  static DataFolder prepare(Path given) throws IOException {
    var root = given.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root.getParent());
      Files.createDirectory(root, ownerOnly("rwx------"));
    }
    var folder = new DataFolder(root.toRealPath());
    if (!Files.isDirectory(folder.log())) {
      Files.createDirectory(folder.log(), ownerOnly("rwx------"));
    }
    return folder;
  }

  Path cluster() {
    return root.resolve("postgres");
  }

  Path passwordFile() {
    return root.resolve("postgres.password");
  }

  Path log() {
    return root.resolve("log");
  }

  /** There when the cluster was made for tests, and so may run without durability. */
  Path throwAwayMark() {
    return root.resolve("throw-away");
  }

  boolean hasCluster() {
    return Files.exists(cluster().resolve("PG_VERSION"));
  }

  /** Refuses data that this server cannot read, or that these settings would put at risk. */
  void check(Settings settings) throws IOException {
    if (!hasCluster()) {
      if (Files.isDirectory(cluster())) {
        throw new StartFailure(cluster() + " holds no PostgreSQL cluster (no PG_VERSION): restore it from a"
            + " backup, or move it away to start afresh");
      }
      return;
    }
    var version = Files.readString(cluster().resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR)) {
      throw new StartFailure("data of another version: " + cluster() + " was written by PostgreSQL " + version
          + ", this program carries " + MAJOR + ": dump it with that version's pg_dump and load it into a new"
          + " folder");
    }
    if (!settings.keepsData() && !Files.exists(throwAwayMark())) {
      throw new StartFailure("throw-away settings would put the kept data in " + root
          + " at risk: start it with durable settings");
    }
  }

  /** The password, if one was ever made here. */
  Optional<Password> password() throws IOException {
    return Files.exists(passwordFile())
        ? Optional.of(new Password(Files.readString(passwordFile()).strip()))
        : Optional.empty();
  }

  Password makePassword() throws IOException {
    var password = Password.random();
    var draft = root.resolve("postgres.password.new");
    write(draft, password.reveal());
    Files.move(draft, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    sync();
    return password;
  }

  /** Writes a small file that only its owner may read, down to the disk. */
  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, how, ownerOnly("rw-------"))) {
      channel.write(US_ASCII.encode(text));
      channel.force(true);
    }
  }

  /** Makes the names in this folder survive a crash of the machine. */
  void sync() throws IOException {
    try (var channel = FileChannel.open(root, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static FileAttribute<Set<PosixFilePermission>> ownerOnly(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** The number of a file's owner. */
  static long uid(Path file) throws IOException {
    return ((Number) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
  }

  /** The number of a file's group. */
  static long gid(Path file) throws IOException {
    return ((Number) Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS)).longValue();
  }
}
