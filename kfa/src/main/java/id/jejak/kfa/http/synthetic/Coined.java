package id.jejak.kfa.http.synthetic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Coins brands that can be spoken, never the same twice, and never a substance or the beginning of one. Some sound like
 * the substance, as real ones do. For one thread.
 */
final class Coined {
  private static final List<String> STARTS = List.of("ba", "be", "bi", "bo", "ca", "ce", "co", "da", "de", "di", "do",
      "e", "fa", "fe", "fi", "fo", "ga", "ge", "gra", "hi", "i", "ka", "ko", "la", "le", "li", "lo", "ma", "me", "mi",
      "mo", "na", "ne", "ni", "no", "o", "pa", "pe", "pi", "pra", "pro", "ra", "re", "ri", "ro", "sa", "se", "si", "so",
      "ste", "ta", "te", "ti", "to", "tra", "u", "va", "ve", "vi", "vo", "xa", "ya", "ze", "zi");
  private static final List<String> MIDDLES = List.of("bra", "ca", "cla", "do", "fa", "fle", "ga", "ki", "la", "le",
      "li", "lo", "ma", "mi", "mo", "na", "ne", "ni", "no", "pa", "pe", "pi", "pri", "ra", "re", "ri", "ro", "sa", "se",
      "si", "sta", "ta", "te", "ti", "to", "va", "ve", "vi", "xi", "za");
  private static final List<String> ENDS = List.of("bal", "ben", "cal", "cor", "dal", "den", "dex", "dil", "fam", "fen",
      "fil", "gan", "lan", "len", "lex", "lin", "lon", "lux", "mar", "max", "med", "min", "mox", "nal", "nex", "nol",
      "pan", "pin", "ral", "ren", "ril", "ron", "sal", "san", "sil", "son", "stan", "tal", "tan", "ten", "tin", "tol",
      "tor", "tram", "val", "van", "vit", "xan", "xin", "zol", "zon", "da", "ka", "ra", "via", "mia", "tia");
  private static final List<String> STEM_ENDS = List.of("dex", "fam", "fen", "gen", "kap", "lan", "med", "mer", "nex",
      "pharm", "ril", "san", "sol", "tab", "tan", "val", "vell", "vit", "xa", "zen", "ko", "bet", "din", "far", "min");
  private static final int STEM = 4;
  private static final int SHORT = 3;
  private static final int LIKE_SUBSTANCE = 350;

  private final Set<String> taken = new HashSet<>();
  private final TreeSet<String> substances = new TreeSet<>();

  /**
   * Coins for these substances.
   *
   * @param known words that are no brands: names of substances, and brands that are known
   */
  Coined(List<String> known) {
    for (var name : known) {
      for (var word : name.split("[^A-Za-z]+")) {
        if (word.length() >= SHORT) {
          substances.add(word.toUpperCase(Locale.ROOT));
        }
      }
    }
  }

  /**
   * A new brand, in capitals.
   *
   * @param substance letters that it may sound like
   */
  String coin(Draw draw, String substance) {
    while (true) {
      var brand = (draw.chance(LIKE_SUBSTANCE) ? stem(draw, substance) : syllables(draw)).toUpperCase(Locale.ROOT);
      if (free(brand) && taken.add(brand)) {
        return brand;
      }
    }
  }

  private boolean free(String brand) {
    var next = substances.ceiling(brand);
    return next == null || !next.startsWith(brand);
  }

  private static String syllables(Draw draw) {
    var parts = new ArrayList<String>();
    parts.add(draw.pick(STARTS));
    int middles = draw.below(10);
    if (middles > 4) {
      parts.add(draw.pick(MIDDLES));
    }
    if (middles > 8) {
      parts.add(draw.pick(MIDDLES));
    }
    parts.add(draw.pick(ENDS));
    return String.join("", parts);
  }

  /** Its first letters up to a consonant, and an ending. */
  private static String stem(Draw draw, String substance) {
    int length = Math.min(substance.length(), draw.between(SHORT, STEM));
    return substance.substring(0, length) + (draw.chance(LIKE_SUBSTANCE) ? draw.pick(MIDDLES) : "")
        + draw.pick(STEM_ENDS);
  }
}
