package id.jejak.kernel.db.local;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The files of a PostgreSQL cluster: made once, whole or not at all. */
final class Cluster {
  private final DataFolder folder;
  private final ServerUser user;
  private final Binaries binaries;

  Cluster(DataFolder folder, ServerUser user, Binaries binaries) {
    this.folder = folder;
    this.user = user;
    this.binaries = binaries;
  }

  /** Makes the cluster if there is none, hands it to the server's user, and gives its password. */
  Password prepare(Settings settings, Consumer<String> progress) throws IOException {
    if (folder.hasCluster()) {
      var password = folder.password().orElseThrow(() -> new StartFailure("the password of the data in "
          + folder.root() + " is missing: restore " + folder.passwordFile() + " from a backup"));
      user.own(folder.cluster());
      return password;
    }
    progress.accept("creating the cluster in " + folder.cluster());
    var existing = folder.password();
    var password = existing.isPresent() ? existing.get() : folder.makePassword();
    create(settings, password);
    return password;
  }

  /** Under another name until complete, so that a crash on the way leaves nothing that looks like data. */
  private void create(Settings settings, Password password) throws IOException {
    var draft = folder.root().resolve("postgres.new");
    var passwordForServer = folder.root().resolve("postgres.password.init");
    Binaries.delete(draft);
    Files.createDirectory(draft, DataFolder.ownerOnly("rwx------"));
    user.own(draft);
    var words = new ArrayList<>(List.of(binaries.program("initdb"),
        "--pgdata=" + draft,
        "--username=" + Coordinates.USER,
        "--pwfile=" + passwordForServer,
        "--auth-host=scram-sha-256",
        "--auth-local=scram-sha-256",
        // Stretching is for passwords that people choose; with 256 random bits it only slows each login.
        "--set=scram_iterations=1",
        "--data-checksums",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8"));
    if (!settings.keepsData()) {
      words.add("--no-sync");
      DataFolder.write(folder.throwAwayMark(), "made for tests, without durability");
    }
    var output = folder.log().resolve("initdb.log");
    try {
      DataFolder.write(passwordForServer, password.reveal());
      user.own(passwordForServer);
      if (!Command.run(user.as(words), Redirect.to(output.toFile()), Limits.CREATION)) {
        throw new StartFailure("could not create the cluster in " + folder.cluster() + ": "
            + ServerLog.end(output, 0));
      }
    } finally {
      Files.deleteIfExists(passwordForServer);
    }
    Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    folder.sync();
  }
}
