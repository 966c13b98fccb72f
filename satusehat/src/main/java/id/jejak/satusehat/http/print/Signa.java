package id.jejak.satusehat.http.print;

import id.jejak.satusehat.http.print.Dose.Rhythm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A dosage in the Latin of prescriptions, such as {@code S 3 dd tab I p.c.}. Stateless. */
public final class Signa {
  private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("TAB", "tab"), Map.entry("CAP", "caps"),
      Map.entry("POWD", "pulv"), Map.entry("SUPP", "supp"), Map.entry("VAGTAB", "tab vag"), Map.entry("OPDROP", "gtt"),
      Map.entry("DROP", "gtt"), Map.entry("OINT", "u.e."), Map.entry("SCOOP", "u.e."), Map.entry("mL", "ml"),
      Map.entry("[IU]", "IU"));
  /** What is spread is not counted. */
  private static final String EXTERNAL = "u.e.";
  private static final Map<String, String> MOMENTS = Map.of("AC", "a.c.", "PC", "p.c.", "C", "d.c.", "CM", "d.c.",
      "MORN", "mane", "EVE", "vesp.", "AFT", "vesp.", "NIGHT", "noct.", "HS", "h.s.");
  private static final Map<String, String> PERIODS = Map.of("wk", "minggu", "mo", "bulan", "min", "menit", "s", "detik",
      "a", "tahun");

  private Signa() {}

  /** The instruction. */
  public static String of(Dose dose) {
    var words = new ArrayList<String>(List.of("S"));
    if (dose.once()) {
      words.add("semel");
    } else {
      dose.rhythm().map(Signa::often).ifPresent(words::add);
    }
    amount(dose).ifPresent(words::add);
    if (dose.minutes() > 0) {
      words.add(dose.minutes() + " menit");
    }
    dose.when().forEach(code -> words.add(MOMENTS.getOrDefault(code, code.toLowerCase(Locale.ROOT))));
    dose.neededFor().ifPresent(what -> words.add(what.isEmpty() ? "p.r.n." : "p.r.n. " + what));
    return String.join(" ", words);
  }

  /** A unit's abbreviation. */
  public static String unit(String code) {
    return UNITS.getOrDefault(code, code);
  }

  private static Optional<String> amount(Dose dose) {
    var unit = unit(dose.unit());
    return unit.equals(EXTERNAL) ? Optional.of(EXTERNAL)
        : dose.value().map(value -> value.stripTrailingZeros().scale() > 0 || dose.unit().equals("mL")
            || dose.unit().equals("[IU]") ? plain(value) + " " + unit : unit + " " + Roman.of(value));
  }

  private static String often(Rhythm rhythm) {
    var times = rhythm.most() > rhythm.times() ? rhythm.times() + "-" + rhythm.most() : "" + rhythm.times();
    boolean single = rhythm.period().compareTo(BigDecimal.ONE) == 0;
    var each = plain(rhythm.period())
        + (rhythm.longest().compareTo(rhythm.period()) > 0 ? "-" + plain(rhythm.longest()) : "");
    return switch (rhythm.unit()) {
      case "d" -> single ? times + " dd" : times + "x tiap " + each + " hari";
      case "h" -> (rhythm.times() == 1 ? "" : times + "x ") + "o. " + each + " h.";
      default -> times + "x tiap " + (single ? "" : each + " ")
          + PERIODS.getOrDefault(rhythm.unit(), rhythm.unit());
    };
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString().replace('.', ',');
  }
}
