package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Finding;
import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.domain.TakeBack;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How things look in answers. Stateless. */
final class Shown {
  private Shown() {}

  /** Ids are texts: JavaScript has no whole numbers of that size. */
  static String id(long id) {
    return Long.toString(id);
  }

  static @Nullable String id(@Nullable Long id) {
    return id == null ? null : id(id.longValue());
  }

  /** Without zeros that say nothing. */
  static BigDecimal number(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  static @Nullable BigDecimal number(Optional<BigDecimal> number) {
    return number.map(Shown::number).orElse(null);
  }

  static String state(PackState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static @Nullable String kind(TakeBack.@Nullable Kind kind) {
    return kind == null ? null : kind.word();
  }

  static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream().map(one -> Tree.of("kind", one.kind().name(), "accept",
        one.weight() == Finding.Weight.ACCEPT, "about", one.about(), "why", one.why().en(), "why_id", one.why().id())).toList();
  }
}
