package id.jejak.kernel.db.local;

import com.sun.security.auth.module.UnixSystem;
import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the server runs as, because PostgreSQL refuses to run as root.
 *
 * <p>An ordinary user runs it directly. Root steps down: to the owner of an existing cluster, to
 * {@code postgres}, or to {@code nobody}, whichever can enter the data folder; and where none can, as under
 * {@code /root}, into a user namespace, in which the process is not root by name but still owns root's files.
 *
 * @param prefix the words that go before a command to run it as that user
 * @param uid owner of the cluster's files
 * @param gid group of the cluster's files
 */
record ServerUser(List<String> prefix, long uid, long gid) {
  private static final Path ACCOUNTS = Path.of("/etc/passwd");

  /** Chooses by trying: a candidate must really be able to enter the folder. */
  static ServerUser choose(DataFolder folder) throws IOException {
    var self = new UnixSystem();
    if (self.getUid() != 0) {
      if (folder.hasCluster() && DataFolder.uid(folder.cluster()) != self.getUid()) {
        throw new StartFailure("the data in " + folder.root() + " belongs to user number "
            + DataFolder.uid(folder.cluster()) + ": start as that user, or as root");
      }
      return new ServerUser(List.of(), self.getUid(), self.getGid());
    }
    for (var candidate : candidates(folder)) {
      if (candidate.reaches(folder.root().getParent())) {
        candidate.letIn(folder.root());
        if (candidate.reaches(folder.root())) {
          return candidate;
        }
      }
    }
    var apart = new ServerUser(List.of("unshare", "-U"), 0, 0);
    if (apart.reaches(folder.root())) {
      return apart;
    }
    throw new StartFailure("PostgreSQL refuses to run as root, and neither setpriv nor unshare gets it"
        + " another user that can enter " + folder.root()
        + ": start as an ordinary user, or move the data folder");
  }

  private static List<ServerUser> candidates(DataFolder folder) throws IOException {
    var all = new ArrayList<ServerUser>();
    if (folder.hasCluster() && DataFolder.uid(folder.cluster()) != 0) {
      all.add(stepDown(DataFolder.uid(folder.cluster()), DataFolder.gid(folder.cluster())));
    }
    var accounts = Files.isReadable(ACCOUNTS) ? Files.readAllLines(ACCOUNTS) : List.<String>of();
    for (var name : List.of("postgres", "nobody")) {
      accounts.stream().map(line -> line.split(":", -1))
          .filter(words -> words.length > 3 && words[0].equals(name))
          .findFirst()
          .ifPresent(words -> all.add(stepDown(Long.parseLong(words[2]), Long.parseLong(words[3]))));
    }
    return all;
  }

  private static ServerUser stepDown(long uid, long gid) {
    return new ServerUser(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
  }

  /** Whether this user can enter the folder. */
  boolean reaches(Path folder) {
    return Command.succeeds(as(List.of("/bin/sh", "-c", "cd \"$1\"", "sh", folder.toString())));
  }

  /** A command as this user. */
  List<String> as(List<String> words) {
    var all = new ArrayList<>(prefix);
    all.addAll(words);
    return all;
  }

  /** Lets the server's group pass through, not look around in, a data folder that was root's alone. */
  private void letIn(Path root) throws IOException {
    var shut = PosixFilePermissions.fromString("rwx------");
    if (DataFolder.uid(root) == 0 && Files.getPosixFilePermissions(root).equals(shut)) {
      Files.setAttribute(root, "unix:gid", (int) gid);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x---"));
    }
  }

  /** Hands a file, or a folder with all in it, to this user, unless it is theirs already. */
  void own(Path top) throws IOException {
    if (DataFolder.uid(top) == uid) {
      return;
    }
    try (var tree = Files.walk(top)) {
      // The top comes last: a half-done change of owner is then seen, and done, by the next start.
      for (var file : tree.toList().reversed()) {
        Files.setAttribute(file, "unix:gid", (int) gid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
