package id.jejak.antrean.contract.crypto;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * LZ-String in its form for addresses ({@code compressToEncodedURIComponent}): a dictionary coder over UTF-16 code
 * units, six bits a character. It works on units, not on characters, so half of a surrogate pair survives as well.
 *
 * <p>Stateless, thread-safe.
 */
@Source(grade = Grade.CERTAIN, ref = "facts 2.4: six vectors made with lz-string 1.5.0", seen = "2026-11")
public final class LzString {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$";
  private static final int BITS = 6;
  /** UTF-16 units that are given out; a few bytes can stand for millions of them. */
  public static final int LONGEST = 8 * 1024 * 1024;
  private static final int NARROW = 0;
  private static final int WIDE = 1;
  private static final int END = 2;
  private static final int FIRST_FREE = 3;

  private LzString() {}

  /** What was given is no such text, or stands for more than {@link #LONGEST} units. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
      super(why, null, false, false);
    }
  }

  /** Compresses; the result has letters, digits, {@code +}, {@code -} and {@code $} only. */
  public static String compress(String text) {
    var writer = new Writer();
    var codes = new HashMap<Long, Integer>();
    int free = FIRST_FREE;
    int phrase = -1;
    int unwritten = -1; // a single unit that stands for itself the first time it is written
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      var alone = codes.get((long) unit);
      boolean fresh = alone == null;
      int single = fresh ? free++ : alone;
      if (fresh) {
        codes.put((long) unit, single);
      }
      var longer = phrase < 0 ? null : codes.get(key(phrase, unit));
      if (phrase < 0 || longer != null) {
        phrase = phrase < 0 ? single : longer;
        unwritten = fresh ? unit : unwritten;
        continue;
      }
      unwritten = writer.phrase(phrase, unwritten);
      codes.put(key(phrase, unit), free++);
      phrase = single;
      unwritten = fresh ? unit : -1;
    }
    if (phrase >= 0) {
      writer.phrase(phrase, unwritten);
    }
    return writer.end();
  }

  private static long key(int phrase, char unit) {
    return (long) phrase + 1 << 16 | unit;
  }

  /** Writes codes, lowest bit first, in words that grow as the dictionary does. */
  private static final class Writer {
    private final StringBuilder out = new StringBuilder();
    private int width = 2;
    private int left = 2;
    private int value;
    private int used;

    /** Writes a phrase, or a unit as itself; nothing is unwritten then. */
    int phrase(int code, int unwritten) {
      if (unwritten < 0) {
        bits(code, width);
      } else {
        boolean wide = unwritten >= 256;
        bits(wide ? WIDE : NARROW, width);
        bits(unwritten, wide ? 16 : 8);
        grow();
      }
      grow();
      return -1;
    }

    private void grow() {
      if (--left == 0) {
        left = 1 << width++;
      }
    }

    private void bits(int bits, int count) {
      for (int i = 0; i < count; i++) {
        value = value << 1 | bits >> i & 1;
        if (++used == BITS) {
          out.append(ALPHABET.charAt(value));
          value = 0;
          used = 0;
        }
      }
    }

    String end() {
      bits(END, width);
      return out.append(ALPHABET.charAt(value << BITS - used)).toString();
    }
  }

  /**
   * Decompresses. A blank stands for {@code +}, as addresses turn the one into the other.
   *
   * @throws Unreadable when it is no such text or too long
   */
  public static String decompress(String compressed) {
    var reader = new Reader(compressed);
    var phrases = new ArrayList<>(List.of("", "", ""));
    var out = new StringBuilder();
    int width = 2;
    int left = 1; // the first word is narrower than those of the same size later
    var before = "";
    while (true) {
      int code = reader.bits(width);
      if (code == END) {
        return out.toString();
      }
      if (code == NARROW || code == WIDE) {
        phrases.add(String.valueOf((char) reader.bits(code == WIDE ? 16 : 8)));
        code = phrases.size() - 1;
        if (--left == 0) {
          left = 1 << width++;
        }
      }
      if (code > phrases.size() || code == phrases.size() && before.isEmpty()) {
        throw new Unreadable("a word that no dictionary has");
      }
      var phrase = code == phrases.size() ? before + before.charAt(0) : phrases.get(code);
      if (out.length() + phrase.length() > LONGEST) {
        throw new Unreadable("stands for more than " + LONGEST + " characters");
      }
      out.append(phrase);
      if (!before.isEmpty()) {
        phrases.add(before + phrase.charAt(0));
      }
      if (!before.isEmpty() && --left == 0) {
        left = 1 << width++;
      }
      if (before.isEmpty()) {
        width = 3;
        left = 4;
      }
      before = phrase;
    }
  }

  private static final class Reader {
    private static final int[] VALUES = values();
    private final String text;
    private int at;
    private int bit = BITS;
    private int value;

    Reader(String text) {
      this.text = text;
    }

    private static int[] values() {
      var values = new int[128];
      Arrays.fill(values, -1);
      for (int i = 0; i < ALPHABET.length(); i++) {
        values[ALPHABET.charAt(i)] = i;
      }
      values[' '] = ALPHABET.indexOf('+');
      return values;
    }

    int bits(int count) {
      int bits = 0;
      for (int i = 0; i < count; i++) {
        if (bit == BITS) {
          value = next();
          bit = 0;
        }
        bits |= (value >> BITS - 1 - bit++ & 1) << i;
      }
      return bits;
    }

    private int next() {
      if (at == text.length()) {
        throw new Unreadable("ends before its end is marked");
      }
      char c = text.charAt(at++);
      if (c >= VALUES.length || VALUES[c] < 0) {
        throw new Unreadable("a character that this alphabet has not");
      }
      return VALUES[c];
    }
  }
}
