package id.jejak.kfa.store.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * One file of products, mapped into memory. Only reads at given positions, so thread-safe. The system forgets the
 * mapping when nobody holds the snapshot any more.
 */
final class Segment {
  static final byte MARK = 0x4b;
  static final int GENERAL = 1;
  static final int ACTIVE = 2;
  static final int VALID = 4;
  static final int PHARMACY = 8;
  /** Bytes before the template's name: mark, id, listed, list id, flags, type, day, code. */
  private static final int HEAD = 1 + 8 + 1 + 8 + 1 + 1 + 4 + 4;

  private final ByteBuffer bytes;

  private Segment(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Maps a file. */
  static Segment open(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new Segment(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("the read side cannot be read: " + file, e);
    }
  }

  /**
   * Where records are.
   *
   * @throws IllegalStateException when the file is no file of ours, or is cut off
   */
  void eachRecord(Consumer<Integer> position) {
    int at = 0;
    while (at < bytes.capacity()) {
      int length = bytes.capacity() - at < Integer.BYTES ? 0 : bytes.getInt(at);
      int record = at + Integer.BYTES;
      if (length < 10 || length > bytes.capacity() - record || bytes.get(record) != MARK) {
        throw new IllegalStateException("a record of the read side cannot be read");
      }
      position.accept(record);
      at = record + length;
    }
  }

  long id(int record) {
    return bytes.getLong(record + 1);
  }

  boolean listed(int record) {
    return bytes.get(record + 9) != 0;
  }

  long listId(int record) {
    return bytes.getLong(record + 10);
  }

  int flags(int record) {
    return bytes.get(record + 18);
  }

  int type(int record) {
    return bytes.get(record + 19);
  }

  int day(int record) {
    return bytes.getInt(record + 20);
  }

  int code(int record) {
    return bytes.getInt(record + 24);
  }

  String template(int record) {
    return text(record + HEAD + Integer.BYTES, bytes.getInt(record + HEAD), StandardCharsets.UTF_8);
  }

  /** Told of every key of a record; each byte of a key is one character. */
  interface EachKey {
    void key(Family family, String key);
  }

  /** Tells the keys; where the shown forms begin. */
  int eachKey(int record, Family[] families, EachKey each) {
    int at = record + HEAD + Integer.BYTES + bytes.getInt(record + HEAD);
    int count = bytes.getInt(at);
    at += Integer.BYTES;
    for (int i = 0; i < count; i++) {
      int length = bytes.get(at + 1) & 0xff;
      each.key(families[bytes.get(at)], text(at + 2, length, StandardCharsets.ISO_8859_1));
      at += 2 + length;
    }
    return at;
  }

  private String text(int at, int length, java.nio.charset.Charset charset) {
    var some = new byte[length];
    bytes.get(at, some);
    return new String(some, charset);
  }

  /** A whole number of a record. */
  int integer(int at) {
    return bytes.getInt(at);
  }

  /** Copies bytes out. */
  void copy(int at, byte[] into, int from, int length) {
    bytes.get(at, into, from, length);
  }
}
