package id.jejak.kernel.db.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Unpacks a tar stream of GNU's kind: files, folders and symbolic links; anything else is refused.
 *
 * <p>Small because the archives are a few known ones; strict because what comes out is executed.
 */
record Untar(InputStream in, Path folder) {
  private static final int BLOCK_BYTES = 512;
  private static final int NAME_BYTES = 4_096;
  private static final int ENTRIES = 20_000;

  /** Unpacks all of the stream into an existing folder. */
  static void into(Path folder, InputStream in) throws IOException {
    var untar = new Untar(in, folder);
    var longName = "";
    for (var entries = 0; entries < ENTRIES; entries++) {
      var header = in.readNBytes(BLOCK_BYTES);
      if (header.length < BLOCK_BYTES || header[0] == 0) {
        return;
      }
      if (header[156] == 'L') {
        longName = untar.longName(size(header));
      } else {
        untar.unpack(header, longName.isEmpty() ? text(header, 0, 100) : longName);
        longName = "";
      }
    }
    throw new IOException("more than " + ENTRIES + " files in the archive");
  }

  private void unpack(byte[] header, String name) throws IOException {
    var path = inside(folder.resolve(name));
    folders(header[156] == '5' ? path : path.getParent());
    switch (header[156]) {
      case '5' -> { }
      case '2' -> {
        var target = text(header, 157, 100);
        inside(path.resolveSibling(target));
        Files.createSymbolicLink(path, Path.of(target));
      }
      case '0' -> {
        file(path, size(header));
        permit(path, (Integer.parseInt(text(header, 100, 8), 8) & 0100) != 0);
      }
      default -> throw new IOException("unknown kind of entry in the archive: " + (char) header[156]);
    }
  }

  private void file(Path path, long size) throws IOException {
    try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
      var buffer = new byte[64 * 1024];
      for (var left = size; left > 0; ) {
        var read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        if (read == 0) {
          throw new IOException("the archive ends in the middle of " + path.getFileName());
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    in.skipNBytes(padding(size));
  }

  private void folders(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      folders(path.getParent());
      Files.createDirectory(path);
      permit(path, true);
    }
  }

  /** Readable by all, whatever this process masks: the server may be another user. */
  private static void permit(Path path, boolean executable) throws IOException {
    var permissions = PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    Files.setPosixFilePermissions(path, permissions);
  }

  private Path inside(Path path) throws IOException {
    if (!path.normalize().startsWith(folder)) {
      throw new IOException("an entry of the archive leads out of its folder: " + path);
    }
    return path.normalize();
  }

  private String longName(long size) throws IOException {
    if (size > NAME_BYTES) {
      throw new IOException("a name of " + size + " bytes in the archive");
    }
    var bytes = in.readNBytes((int) size);
    in.skipNBytes(padding(size));
    return text(bytes, 0, bytes.length);
  }

  private static long size(byte[] header) {
    return Long.parseLong(text(header, 124, 12), 8);
  }

  private static long padding(long size) {
    return (BLOCK_BYTES - size % BLOCK_BYTES) % BLOCK_BYTES;
  }

  private static String text(byte[] bytes, int from, int length) {
    var all = new String(bytes, from, length, UTF_8);
    var end = all.indexOf(0);
    return (end < 0 ? all : all.substring(0, end)).strip();
  }
}
