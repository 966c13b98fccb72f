package id.jejak.kfa.http.synthetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What made-up medicines cost, in rupiah. Stateless. */
final class Money {
  private static final List<String> DEAR = List.of("cancer", "leukemia", "cancerhormone", "rheuma", "sclerosis",
      "blood", "pulmonary", "immunosuppressant", "fertility");
  private static final int DEAR_TIMES = 30;
  private static final int LONG_SCALE = 14;

  private Money() {}

  /** Price of one unit of a template, for a generic product. */
  static long generic(long seed, Medicine medicine) {
    var draw = Draw.of(seed, "price", medicine.family());
    double times = StrictMath.exp(draw.share() * 3 - 1.5) * (1 + 0.25 * medicine.letter());
    boolean dear = DEAR.contains(medicine.use().key()) || medicine.guarded() && !medicine.use().vaccine();
    return Math.max(35, Math.round(medicine.form().packing().price * times * (dear ? DEAR_TIMES : 1)));
  }

  /** Price of one unit of an article; brands cost several times the generic one. */
  static BigDecimal of(Article article, Draw draw, boolean fraction) {
    long generic = article.words().price();
    double times = article.generic() ? 0.8 + 0.6 * draw.share() : 1.5 + 4 * draw.share();
    var price = BigDecimal.valueOf(Math.max(1, Math.round(generic * times)));
    return fraction ? price.divide(BigDecimal.valueOf(60), LONG_SCALE, RoundingMode.DOWN) : price;
  }
}
