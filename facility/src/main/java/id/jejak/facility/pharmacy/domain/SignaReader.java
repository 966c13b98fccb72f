package id.jejak.facility.pharmacy.domain;

import id.jejak.facility.pharmacy.domain.Signa.Each;
import id.jejak.facility.pharmacy.domain.Signa.When;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads signas as they are written in Indonesia: {@code s 3 dd 1 tab pc}, {@code 3x1}, {@code tiap 8 jam 1/2}. Stateless. */
final class SignaReader {
  private static final String DOSE = "(\\d{1,2} 1/2|\\d{1,2} 1/4|\\d/\\d|\\d{1,4}(?:[.,]\\d{1,3})?)?";
  private static final Pattern DAILY = Pattern.compile("(\\d{1,2}) ?(?:dd|(?:x|kali)(?: ?(?:/ ?)?se ?hari)?) ?" + DOSE
      + "(.*)");
  private static final Pattern WITHIN = Pattern.compile("(\\d{1,2})x ?/ ?(\\d{1,2}) ?(jam|hari|minggu|h|d|wk) ?" + DOSE
      + "(.*)");
  private static final Pattern EVERY = Pattern.compile("(?:tiap|setiap|q|every) ?(\\d{1,2}) ?(jam|hari|minggu|h|d|wk) ?"
      + DOSE + "(.*)");
  /** {@code 3 dd cth 1}: the measure may stand before the dose. */
  private static final Pattern MEASURE_FIRST =
      Pattern.compile("^(\\d{1,2} ?dd) (cth|c|gtt|pulv|tab|cap|caps|puff|supp) " + "(\\d{1,2}(?: 1/2|/\\d)?)");
  private static final Pattern DAYS = Pattern.compile("(?:selama|for) (\\d{1,3}) (?:hari|d|days)");
  private static final Map<String, When> WHENS = Map.ofEntries(Map.entry("ac", When.AC), Map.entry("a.c", When.AC),
      Map.entry("pc", When.PC), Map.entry("p.c", When.PC), Map.entry("dc", When.C), Map.entry("d.c", When.C),
      Map.entry("hs", When.HS), Map.entry("h.s", When.HS), Map.entry("mane", When.MORN), Map.entry("o.m", When.MORN),
      Map.entry("om", When.MORN), Map.entry("pagi", When.MORN), Map.entry("vesp", When.EVE), Map.entry("o.v", When.EVE),
      Map.entry("sore", When.EVE), Map.entry("noct", When.NIGHT), Map.entry("o.n", When.NIGHT),
      Map.entry("malam", When.NIGHT));

  private SignaReader() {}

  static Optional<Signa> read(String low) {
    var text = low.replace('\u00bd', '#').replace("#", " 1/2").replaceAll("\\s+", " ").strip()
        .replaceFirst("^s[. ] ?", "").replaceAll("(\\d)\\.(dd)\\.?", "$1 $2").replaceAll("(dd)\\.", "$1 ")
        .replaceAll("\\s+", " ").strip();
    text = MEASURE_FIRST.matcher(text).replaceFirst("$1 $3 $2");
    var within = WITHIN.matcher(text);
    if (within.matches()) {
      return signa(within.group(1), within.group(2), within.group(3), within.group(4), within.group(5));
    }
    var every = EVERY.matcher(text);
    if (every.matches()) {
      return signa("1", every.group(1), every.group(2), every.group(3), every.group(4));
    }
    var daily = DAILY.matcher(text);
    return daily.matches() ? signa(daily.group(1), "1", "d", daily.group(2), daily.group(3)) : Optional.empty();
  }

  private static Optional<Signa> signa(String times, String period, String each,
      @org.jspecify.annotations.Nullable String dose, String rest) {
    int often = Integer.parseInt(times);
    int every = Integer.parseInt(period);
    var amount = dose == null ? Optional.<BigDecimal>empty() : number(dose);
    if (often == 0 || every == 0 || dose != null && amount.isEmpty()) {
      return Optional.empty();
    }
    var days = DAYS.matcher(rest);
    int lasts = days.find() ? Integer.parseInt(days.group(1)) : 0;
    var whens = EnumSet.noneOf(When.class);
    var measure = "";
    boolean needed = false;
    for (var word : spoken(days.replaceFirst("")).split("[ ,;]+")) {
      var plain = word.replaceAll("\\.$", "");
      var when = WHENS.get(plain);
      if (when != null) {
        whens.add(when);
      } else if (plain.equals("prn") || plain.equals("p.r.n")) {
        needed = true;
      } else if (measure.isEmpty()) {
        measure = SignaWords.kept(plain).orElse("");
      }
    }
    return Optional.of(new Signa(often, every, each(each), amount.orElse(BigDecimal.ONE), measure, whens, needed,
        lasts));
  }

  /** Words in Indonesian as the Latin that means the same. */
  private static String spoken(String rest) {
    return rest.replace("sebelum makan", "ac").replace("sesudah makan", "pc").replace("setelah makan", "pc")
        .replace("bersama makan", "dc").replace("sebelum tidur", "hs").replace("bila perlu", "prn")
        .replace("jika perlu", "prn").replace("sendok makan", "c").replace("sendok teh", "cth");
  }

  private static Each each(String word) {
    return switch (word) {
      case "jam", "h" -> Each.HOUR;
      case "minggu", "wk" -> Each.WEEK;
      default -> Each.DAY;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.of(new BigDecimal(text.replace(',', '.'))).filter(one -> one.signum() > 0);
    }
    int blank = text.indexOf(' ');
    var whole = blank < 0 ? BigDecimal.ZERO : new BigDecimal(text.substring(0, blank));
    var over = new BigDecimal(text.substring(slash + 1));
    if (over.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(whole.add(new BigDecimal(text.substring(blank + 1, slash)).divide(over, 3,
        RoundingMode.HALF_UP))).filter(one -> one.signum() > 0);
  }
}
