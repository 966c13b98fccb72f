package id.jejak.kfa.store.read;

import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.store.Lenient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The dictionary at one moment: where each product's forms lie in the mapped files, in list order (template, its general
 * product first, number), and who has which key. Immutable, thread-safe; reading it asks no database.
 */
public final class Snapshot {
  private static final byte[] COMMA = {','};

  private final long edition;
  private final long seq;
  private final Segment[] segments;
  final byte[] segmentOf;
  /** Where the cuts of a product begin; its forms follow. */
  final int[] at;
  final long[] ids;
  final int[] days;
  final int[] codes;
  final byte[] flags;
  final byte[] types;
  private final Postings[] postings;
  private final Search search;

  Snapshot(long edition, long seq, Segment[] segments, byte[] segmentOf, int[] at, long[] ids, int[] days, int[] codes,
      byte[] flags, byte[] types, Postings[] postings) {
    this.edition = edition;
    this.seq = seq;
    this.segments = segments;
    this.segmentOf = segmentOf;
    this.at = at;
    this.ids = ids;
    this.days = days;
    this.codes = codes;
    this.flags = flags;
    this.types = types;
    this.postings = postings;
    this.search = new Search(this);
  }

  /** Which dictionary it was made of. */
  public long edition() {
    return edition;
  }

  /** The last change that it knows. */
  public long seq() {
    return seq;
  }

  /** Products in it. */
  public int size() {
    return ids.length;
  }

  /** The product's own number. */
  public long id(int place) {
    return ids[place];
  }

  /** A window of a list, from a row counted from 0. */
  public Page find(Filter filter, long from, int size) {
    return search.find(filter, from, size);
  }

  /** Products with a code; usually one. */
  public int[] byCode(String code) {
    return postings(Family.CODE, code);
  }

  /** Products with a registration number, however it is written. */
  public int[] byNie(String nie) {
    return postings(Family.NIE, Lenient.nie(nie));
  }

  /** Products with a number in the public catalogue. */
  public int[] byLkpp(String lkpp) {
    return postings(Family.LKPP, Lenient.nie(lkpp));
  }

  /** Products of a template. */
  public int[] ofTemplate(String template) {
    return postings(Family.TEMPLATE, template);
  }

  /** Products with a pack's code. */
  public int[] byPack(String pack) {
    return postings(Family.PACK, pack);
  }

  /** Products with an ingredient's code. */
  public int[] ofIngredient(String code) {
    return postings(Family.INGREDIENT, code);
  }

  /** The product's code as a number; empty when it has none, or one that is no number. */
  public OptionalInt code(int place) {
    return codes[place] == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(codes[place]);
  }

  /** True for a product that may be used. */
  public boolean active(int place) {
    return (flags[place] & Segment.ACTIVE) != 0;
  }

  /** How many codes of a level begin so. */
  public int count(Level level, String beginning) {
    return postings(family(level)).count(beginning.getBytes(StandardCharsets.UTF_8));
  }

  /** Codes of a level that begin so, in their order, from the one of a number, counted from 0. */
  public List<String> codes(Level level, String beginning, long from, int most) {
    return postings(family(level)).keys(beginning.getBytes(StandardCharsets.UTF_8), from, most);
  }

  private static Family family(Level level) {
    return switch (level) {
      case INGREDIENT -> Family.INGREDIENT;
      case TEMPLATE -> Family.TEMPLATE;
      case PRODUCT -> Family.CODE;
      case PACK -> Family.PACK;
    };
  }

  /** Of several products the active, valid one with the lowest code; -1 of none. */
  public int best(int[] places) {
    int best = -1;
    for (int place : places) {
      if (best < 0 || rank(place) < rank(best)) {
        best = place;
      }
    }
    return best;
  }

  private long rank(int place) {
    long behind = (flags[place] & Segment.ACTIVE) == 0 ? 2 : (flags[place] & Segment.VALID) == 0 ? 1 : 0;
    return behind << 32 | codes[place];
  }

  Postings postings(Family family) {
    return postings[family.ordinal()];
  }

  int[] postings(Family family, String key) {
    return postings[family.ordinal()].of(key.getBytes(StandardCharsets.UTF_8));
  }

  static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private static int forms(int at) {
    return at + 2 * Look.Shown.MOST_CUTS * Integer.BYTES;
  }

  /** The detail between two texts. */
  public byte[] detail(int place, byte[] before, byte[] after) {
    var segment = segments[segmentOf[place]];
    int forms = forms(at[place]);
    int length = segment.integer(forms);
    var whole = new byte[before.length + length + after.length];
    System.arraycopy(before, 0, whole, 0, before.length);
    segment.copy(forms + 2 * Integer.BYTES, whole, before.length, length);
    System.arraycopy(after, 0, whole, before.length + length, after.length);
    return whole;
  }

  /**
   * Rows, with commas in between, between two texts.
   *
   * @param inRow put before the last byte of every row; may be empty
   */
  public byte[] rows(int[] places, byte[] before, byte[] inRow, byte[] after) {
    int length = before.length + after.length + Math.max(0, places.length - 1) + places.length * inRow.length;
    for (int place : places) {
      length += segments[segmentOf[place]].integer(forms(at[place]) + Integer.BYTES);
    }
    var whole = new byte[length];
    System.arraycopy(before, 0, whole, 0, before.length);
    int to = before.length;
    for (int place : places) {
      if (to > before.length) {
        whole[to++] = COMMA[0];
      }
      var segment = segments[segmentOf[place]];
      int forms = forms(at[place]);
      int row = segment.integer(forms + Integer.BYTES);
      segment.copy(forms + 2 * Integer.BYTES + segment.integer(forms), whole, to, row);
      to += row;
      if (inRow.length > 0) {
        System.arraycopy(inRow, 0, whole, to - 1, inRow.length);
        to += inRow.length;
        whole[to - 1] = '}';
      }
    }
    System.arraycopy(after, 0, whole, to, after.length);
    return whole;
  }

  /** Rows without the members that shorter lists leave out, with commas in between, between two texts. */
  public byte[] shortRows(int[] places, byte[] before, byte[] after) {
    var out = new java.io.ByteArrayOutputStream(before.length + after.length + 1024 * places.length);
    out.writeBytes(before);
    for (int i = 0; i < places.length; i++) {
      if (i > 0) {
        out.write(COMMA, 0, 1);
      }
      shortRow(places[i], out);
    }
    out.writeBytes(after);
    return out.toByteArray();
  }

  private void shortRow(int place, java.io.ByteArrayOutputStream out) {
    var segment = segments[segmentOf[place]];
    int cuts = at[place];
    int forms = forms(cuts);
    var row = new byte[segment.integer(forms + Integer.BYTES)];
    segment.copy(forms + 2 * Integer.BYTES + segment.integer(forms), row, 0, row.length);
    int from = 0;
    for (int i = 0; i < Look.Shown.MOST_CUTS; i++) {
      int cut = segment.integer(cuts + 2 * i * Integer.BYTES);
      out.write(row, from, cut - from);
      from = segment.integer(cuts + (2 * i + 1) * Integer.BYTES);
    }
    out.write(row, from, row.length - from);
  }
}
