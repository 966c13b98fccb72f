package id.jejak.ttac.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a request's barcodes are judged: each check runs over the whole batch before the next one
 * starts, and the first barcode in request order that fails it is named.
 *
 * @param checks in order of precedence
 * @param mixedLevelsAfter how many of the checks come before the one that all units are of one level; negative
 *     when levels may be mixed
 */
record Batch(List<Function<Asked, Optional<Refusal>>> checks, int mixedLevelsAfter) {
  /** The refusal of the request; empty when every barcode passes every check. */
  Optional<Refusal> judge(List<Asked> asked) {
    for (int i = 0; i <= checks.size(); i++) {
      if (i == mixedLevelsAfter && mixed(asked)) {
        return Optional.of(new Refusal.MixedLevels());
      }
      if (i < checks.size()) {
        for (var one : asked) {
          var refusal = checks.get(i).apply(one);
          if (refusal.isPresent()) {
            return refusal;
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Every barcode with its own first fault, for a dry run; barcodes without fault have an empty one. The level that
   * the others must have is that of the first barcode without a fault of its own.
   */
  List<Optional<Refusal>> each(List<Asked> asked) {
    var found = new ArrayList<Optional<Refusal>>(asked.size());
    var first = firstLevel(asked, checks.size()).or(() -> firstLevel(asked, mixedLevelsAfter));
    for (var one : asked) {
      Optional<Refusal> fault = Optional.empty();
      for (int i = 0; i <= checks.size() && fault.isEmpty(); i++) {
        if (i == mixedLevelsAfter && !first.equals(Optional.ofNullable(level(one)))) {
          fault = Optional.of(new Refusal.MixedLevels());
        } else if (i < checks.size()) {
          fault = checks.get(i).apply(one);
        }
      }
      found.add(fault);
    }
    return found;
  }

  /** The level of the first barcode that passes so many checks. */
  private Optional<Level> firstLevel(List<Asked> asked, int passed) {
    return asked.stream()
        .filter(one -> checks.stream().limit(Math.max(passed, 0)).allMatch(check -> check.apply(one).isEmpty()))
        .map(Batch::level).filter(java.util.Objects::nonNull).findFirst();
  }

  private static boolean mixed(List<Asked> asked) {
    return asked.stream().map(Batch::level).distinct().count() > 1;
  }

  private static @Nullable Level level(Asked asked) {
    return asked.pack() == null ? null : asked.pack().level();
  }
}
