package id.jejak.kernel.db.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a tar stream: files, folders and links, with GNU and POSIX long names; anything else is refused.
 *
 * <p>Small because the archives are a few known ones; strict because what comes out is executed.
 */
final class Untar {
  private static final int BLOCK_BYTES = 512;
  private static final int LONG_NAME_BYTES = 64 * 1024;
  private static final int ENTRIES = 20_000;

  private final InputStream in;
  private final Path folder;
  private @Nullable String longName;
  private @Nullable String longTarget;

  private Untar(InputStream in, Path folder) {
    this.in = in;
    this.folder = folder;
  }

  /** Unpacks all of the stream into an existing folder, each file down to the disk. */
  static void into(Path folder, InputStream in) throws IOException {
    var untar = new Untar(in, folder);
    for (var entries = 0; entries < ENTRIES; entries++) {
      var header = in.readNBytes(BLOCK_BYTES);
      if (header.length < BLOCK_BYTES || header[0] == 0) {
        return;
      }
      untar.entry(header);
    }
    throw new IOException("more than " + ENTRIES + " files in the archive");
  }

  private void entry(byte[] header) throws IOException {
    var size = Long.parseLong(text(header, 124, 12).strip(), 8);
    switch (header[156]) {
      case 'L' -> longName = words(size).replace("\0", "");
      case 'K' -> longTarget = words(size).replace("\0", "");
      case 'x' -> extended(words(size));
      case 'g' -> words(size);
      default -> {
        var name = longName != null ? longName : name(header);
        var target = longTarget != null ? longTarget : text(header, 157, 100);
        longName = null;
        longTarget = null;
        unpack(header, inside(name), target, size);
      }
    }
  }

  private void unpack(byte[] header, Path path, String target, long size) throws IOException {
    switch (header[156]) {
      case '5' -> folders(path);
      case '2' -> {
        folders(path.getParent());
        inside(folder.relativize(path.resolveSibling(target).normalize()).toString());
        Files.createSymbolicLink(path, Path.of(target));
      }
      case '1' -> {
        folders(path.getParent());
        Files.createLink(path, inside(target));
      }
      case '0', 0 -> {
        folders(path.getParent());
        file(path, size);
        var executable = (Integer.parseInt(text(header, 100, 8).strip(), 8) & 0100) != 0;
        permit(path, executable);
      }
      default -> throw new IOException("unknown kind of entry in the archive: " + header[156]);
    }
  }

  private void file(Path path, long size) throws IOException {
    try (var out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var sink = Channels.newOutputStream(out);
      var buffer = new byte[64 * 1024];
      for (var left = size; left > 0; ) {
        var read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        if (read == 0) {
          throw new IOException("the archive ends in the middle of " + path.getFileName());
        }
        sink.write(buffer, 0, read);
        left -= read;
      }
      out.force(true);
    }
    in.skipNBytes(padding(size));
  }

  private void folders(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      folders(path.getParent());
      Files.createDirectory(path);
    }
    permit(path, true);
  }

  private static void permit(Path path, boolean executable) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private Path inside(String name) throws IOException {
    var path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("an entry of the archive leads out of its folder: " + name);
    }
    return path;
  }

  /** POSIX extended records: {@code length key=value}, one a line. */
  private void extended(String records) {
    for (var line : records.split("\n", -1)) {
      var record = line.substring(line.indexOf(' ') + 1);
      if (record.startsWith("path=")) {
        longName = record.substring("path=".length());
      } else if (record.startsWith("linkpath=")) {
        longTarget = record.substring("linkpath=".length());
      }
    }
  }

  private String words(long size) throws IOException {
    if (size > LONG_NAME_BYTES) {
      throw new IOException("a name of " + size + " bytes in the archive");
    }
    var bytes = in.readNBytes((int) size);
    in.skipNBytes(padding(size));
    return new String(bytes, UTF_8);
  }

  private static long padding(long size) {
    return (BLOCK_BYTES - size % BLOCK_BYTES) % BLOCK_BYTES;
  }

  private static String name(byte[] header) {
    var posix = text(header, 257, 8).equals("ustar");
    var before = posix ? text(header, 345, 155) : "";
    return before.isEmpty() ? text(header, 0, 100) : before + "/" + text(header, 0, 100);
  }

  private static String text(byte[] header, int from, int length) {
    var all = new String(header, from, length, ISO_8859_1);
    var end = all.indexOf(0);
    return end < 0 ? all : all.substring(0, end);
  }
}
