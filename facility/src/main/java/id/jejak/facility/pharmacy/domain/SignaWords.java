package id.jejak.facility.pharmacy.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Abbreviations of prescriptions. Stateless. */
final class SignaWords {
  /** What is written, and what a label calls it. */
  private static final Map<String, String> MEASURES = Map.ofEntries(Map.entry("tab", "tablet"), Map.entry("cap",
      "kapsul"),
      Map.entry("pulv", "bungkus"), Map.entry("c", "sendok makan (15 mL)"), Map.entry("cth", "sendok teh (5 mL)"),
      Map.entry("gtt", "tetes"), Map.entry("puff", "semprot"), Map.entry("supp", "supositoria"), Map.entry("ml", "mL"),
      Map.entry("ue", "oles"));
  private static final Map<String, String> SPELLINGS = Map.ofEntries(Map.entry("tablet", "tab"), Map.entry("tabs",
      "tab"), Map.entry("caps", "cap"), Map.entry("kapsul", "cap"), Map.entry("kaps", "cap"), Map.entry("bks", "pulv"),
      Map.entry("bungkus", "pulv"), Map.entry("sdm", "c"), Map.entry("sdt", "cth"), Map.entry("tetes", "gtt"),
      Map.entry("drop", "gtt"), Map.entry("drops", "gtt"), Map.entry("semprot", "puff"), Map.entry("puffs", "puff"),
      Map.entry("suppositoria", "supp"), Map.entry("u.e", "ue"), Map.entry("oles", "ue"));

  private SignaWords() {}

  /** The measure that a word names, as it is kept. */
  static Optional<String> kept(String word) {
    var plain = word.replaceAll("\\.$", "");
    var kept = SPELLINGS.getOrDefault(plain, plain);
    return MEASURES.containsKey(kept) ? Optional.of(kept) : Optional.empty();
  }

  /** What a label calls a measure, or a unit of a line. */
  static String measure(String kept) {
    var low = kept.toLowerCase(Locale.ROOT);
    return kept(low).map(one -> MEASURES.getOrDefault(one, one)).orElse(low);
  }
}
