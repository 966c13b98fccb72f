package id.jejak.kernel.db.local;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL server of our own, running on this machine for as long as this handle is open.
 *
 * <p>One Java at a time holds a data folder. When that Java is killed the server lives on, and loses nothing;
 * the next start takes it over. Binaries come from the class path, so nothing need be installed.
 *
 * <p>Thread safe: coordinates never change, and closing twice is harmless.
 */
public final class LocalPostgres implements AutoCloseable {
  private final DataFolder folder;
  private final FolderLock lock;
  private final Coordinates coordinates;
  private final ProcessHandle process;
  private boolean closed;

  private LocalPostgres(DataFolder folder, FolderLock lock, Coordinates coordinates, ProcessHandle process) {
    this.folder = folder;
    this.lock = lock;
    this.coordinates = coordinates;
    this.process = process;
  }

  /** Starts a server without telling how far it has come. */
  public static LocalPostgres start(Path dataDir, Settings settings) {
    return start(dataDir, settings, _ -> {});
  }

  /**
   * Starts a server on the data in a folder, or on a new cluster when the folder has none.
   *
   * @param progress is told, in a few words, about each step that may take seconds
   * @throws StartFailure when it cannot, with what to do about it; nothing that it launched is left then
   */
  public static LocalPostgres start(Path dataDir, Settings settings, Consumer<String> progress) {
    try {
      var folder = DataFolder.prepare(dataDir);
      var lock = FolderLock.take(folder.root().resolve("jejak.lock"));
      try {
        return start(folder, lock, settings, progress);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StartFailure("cannot use the data folder " + dataDir + ": " + reason(e), e);
    }
  }

  private static LocalPostgres start(DataFolder folder, FolderLock lock, Settings settings,
      Consumer<String> progress) throws IOException {
    folder.check(settings);
    var user = ServerUser.choose(folder);
    var binaries = Binaries.find(folder, user, progress);
    var password = new Cluster(folder, user, binaries).prepare(settings, progress);
    var server = new Server(folder, user, binaries, settings, progress);
    var running = server.takeOver(password);
    var up = running.isPresent() ? running.get() : server.launch();
    var process = ProcessHandle.of(up.pid())
        .orElseThrow(() -> new StartFailure("PostgreSQL ended as soon as it started: see " + folder.log()));
    return new LocalPostgres(folder, lock, Coordinates.at(up.port(), password), process);
  }

  /**
   * Where the server of a data folder is, if one is running: for a second program beside its holder.
   *
   * @throws StartFailure when the folder is closed to this user
   */
  public static Optional<Coordinates> connectTo(Path dataDir) {
    var folder = new DataFolder(dataDir.toAbsolutePath().normalize());
    try {
      if (Files.isDirectory(folder.root()) && !Files.isExecutable(folder.root())) {
        throw new StartFailure("the data folder " + dataDir + " is closed to this user: run as its owner");
      }
      if (!folder.hasCluster()) {
        return Optional.empty();
      }
      folder = new DataFolder(folder.root().toRealPath());
      var up = PostmasterFile.read(folder.cluster()).filter(PostmasterFile::ready);
      if (up.isEmpty() || up.get().server(folder.cluster()).isEmpty()) {
        return Optional.empty();
      }
      return folder.password().map(password -> Coordinates.at(up.get().port(), password));
    } catch (IOException e) {
      throw new StartFailure("cannot read the data folder " + dataDir + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  /** Where it is and how to log in. */
  public Coordinates coordinates() {
    return coordinates;
  }

  /** The server's process number. */
  public long pid() {
    return process.pid();
  }

  /** Stops the server in order, waits until it is gone, and frees the folder. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      Server.stop(folder.cluster(), process);
    } catch (IOException e) {
      throw new StartFailure("could not stop the server of " + folder.root() + ": " + reason(e), e);
    }
  }
}
