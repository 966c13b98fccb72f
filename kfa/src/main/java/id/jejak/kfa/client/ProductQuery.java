package id.jejak.kfa.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a list of products of version 2 is narrowed to.
 *
 * @param group which half of the dictionary: the service gives none without it
 * @param from first day of the last change
 * @param to last day of the last change
 * @param type {@code medicine}, {@code vaccine}, {@code device}
 * @param keyword words of a name, or a code
 * @param template 92... or 82...
 * @param pack 94... or 84...
 */
public record ProductQuery(Group group, Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> type,
    Optional<String> keyword, Optional<String> template, Optional<String> pack) {
  /** The halves of the dictionary. */
  public enum Group {
    /** Medicines and vaccines. */
    FARMASI("farmasi"),
    /** Devices, in the numbering of version 2. */
    ALKES("alkes");

    private final String word;

    Group(String word) {
      this.word = word;
    }

    /** As on the wire. */
    public String word() {
      return word;
    }
  }

  /** A half of the dictionary, whole. */
  public static ProductQuery all(Group group) {
    return new ProductQuery(group, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty());
  }

  /** What begins so, or is so named. */
  public static ProductQuery keyword(Group group, String keyword) {
    return new ProductQuery(group, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(keyword),
        Optional.empty(), Optional.empty());
  }

  /** The same, changed on that day or later. */
  public ProductQuery since(LocalDate day) {
    return new ProductQuery(group, Optional.of(day), to, type, keyword, template, pack);
  }

  /** The same, of one template. */
  public ProductQuery ofTemplate(String code) {
    return new ProductQuery(group, from, to, type, keyword, Optional.of(code), pack);
  }

  Map<String, Object> params() {
    var all = new LinkedHashMap<String, Object>();
    all.put("product_type", group.word());
    from.ifPresent(day -> all.put("from_date", day));
    to.ifPresent(day -> all.put("to_date", day));
    type.ifPresent(one -> all.put("farmalkes_type", one));
    keyword.ifPresent(words -> all.put("keyword", words));
    template.ifPresent(code -> all.put("template_code", code));
    pack.ifPresent(code -> all.put("packaging_code", code));
    return all;
  }
}
