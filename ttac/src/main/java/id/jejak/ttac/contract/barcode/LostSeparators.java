package id.jejak.ttac.contract.barcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every way to read an element string whose separators may have been lost on the way, and the choice among
 * them.
 *
 * <p>Where a separator still stands, no value goes past it. Only BPOM's elements and the common dates are
 * looked for, each at most once: with all of GS1's any text would fall apart in hundreds of ways. The
 * choice never guesses: it is made by what the caller knows, or because one reading alone is a whole pack
 * (product, batch, expiry and serial, which BPOM demands of every serialised pack) with a NIE of a known
 * form. Used once; not thread-safe.
 */
final class LostSeparators {

  private static final List<ApplicationIdentifier> SOUGHT = List.of(
      ApplicationIdentifier.NIE, ApplicationIdentifier.GTIN, ApplicationIdentifier.BATCH,
      ApplicationIdentifier.EXPIRY, ApplicationIdentifier.SERIAL, ApplicationIdentifier.SSCC,
      ApplicationIdentifier.PRODUCED, ApplicationIdentifier.PACKED, ApplicationIdentifier.BEST_BEFORE,
      ApplicationIdentifier.SELL_BY);

  private static final String SPELT = "029";

  private final String text;
  private final int end;
  private final int year;
  private final ElementList stack = new ElementList();
  private final List<Candidate> all = new ArrayList<>();
  private int steps;

  /**
   * One reading.
   *
   * @param placed how many separators were put where nothing stands
   * @param spelt how many separators were found as 029
   */
  private record Candidate(Reading.Structured reading, int placed, int spelt) {

    /** Exactly what the text says by GS1's rules. */
    boolean literal() {
      return placed + spelt == 0;
    }

    /** As written by a scanner that spells every separator: twice 029 in the right places is no accident. */
    boolean speltThroughout() {
      return placed == 0 && spelt >= 2;
    }

    /** Worth being believed: a whole pack, or a literal reading that identifies one. */
    boolean convincing() {
      return reading.complete() || literal() && reading.serial().isPresent();
    }
  }

  LostSeparators(String text, int end, int year) {
    this.text = text;
    this.end = end;
    this.year = year;
  }

  /** The readings from this place on, weighed; null when there is none. */
  @Nullable Reading weigh(int from, Known known, long hints) {
    search(from, 0, 0, 0);
    if (all.isEmpty()) {
      return null;
    }
    if (exhausted()) {
      return ambiguous(from, all, hints | Hint.TOO_MANY_READINGS.bit());
    }
    var left = all;
    if (left.size() > 1) {
      left = narrowed(left, c -> c.reading().nie().filter(known.nies()::contains).isPresent());
      left = narrowed(left, c -> c.reading().batch().filter(known.batches()::contains).isPresent());
    }
    var settled = left.size() < all.size() ? Hint.SETTLED_BY_KNOWN : Hint.SETTLED_BY_GRAMMAR;
    left = narrowed(left, c -> c.reading().nie().filter(NieFamily::recognises).isPresent());
    left = narrowed(left, Candidate::convincing);
    left = narrowed(left, Candidate::speltThroughout);
    if (left.size() > 1) {
      return ambiguous(from, left, hints);
    }
    var only = left.getFirst();
    var more = all.size() == 1 ? 0 : settled.bit();
    more |= only.placed() > 0 ? Hint.LOST_SEPARATOR.bit() : only.spelt() > 0 ? Hint.SPELT_SEPARATOR.bit() : 0;
    return withHints(only.reading(), hints | more);
  }

  /** Whether some reading with more separators than the text has makes a whole pack. */
  boolean wholePackWithin(int from) {
    search(from, 0, 0, 0);
    return all.stream().anyMatch(c -> !c.literal() && c.reading().complete());
  }

  private void search(int from, int used, int placed, int spelt) {
    var at = from;
    while (at < end && text.charAt(at) == ElementWalk.GS) {
      at++;
    }
    if (at == end) {
      if (stack.namesSomething()) {
        all.add(new Candidate(stack.reading(year, 0), placed, spelt));
      }
      return;
    }
    var ai = ApplicationIdentifier.at(text, at, end);
    var bit = ai == null ? 0 : 1 << SOUGHT.indexOf(ai) + 1;
    if (ai == null || bit == 1 || (used & bit) != 0 || exhausted()) {
      return;
    }
    var begin = at + ai.code().length();
    if (ai.predefined()) {
      take(ai, begin, begin + ai.maxLength(), stop -> search(stop, used | bit, placed, spelt));
      return;
    }
    var wall = ElementWalk.nextSeparator(text, begin, end);
    var last = Math.min(wall, begin + ai.maxLength());
    for (var stop = begin + 1; stop <= last && ai.allows(text.charAt(stop - 1)); stop++) {
      var more = stop == wall ? 0 : 1;
      take(ai, begin, stop, next -> search(next, used | bit, placed + more, spelt));
      if (text.startsWith(SPELT, stop) && stop + SPELT.length() < wall) {
        take(ai, begin, stop, next -> search(next + SPELT.length(), used | bit, placed, spelt + 1));
      }
    }
  }

  /** Goes on behind a value, with the value on the stack, when the value is valid. */
  private void take(ApplicationIdentifier ai, int begin, int stop, IntConsumer onwards) {
    steps++;
    if (stop <= end && ai.fault(text, begin, stop, year) == null
        && stack.add(ai, text.substring(begin, stop))) {
      onwards.accept(stop);
      stack.removeLast();
    }
  }

  private boolean exhausted() {
    return steps >= Limits.STEPS || all.size() >= Limits.READINGS;
  }

  /** Those that pass, unless none does: what the caller knows may be about another pack. */
  private static List<Candidate> narrowed(List<Candidate> from, Predicate<Candidate> test) {
    var passed = from.stream().filter(test).toList();
    return passed.isEmpty() ? from : passed;
  }

  private Reading ambiguous(int from, List<Candidate> candidates, long hints) {
    var listed = candidates.stream()
        .sorted(Comparator.comparing(c -> !c.reading().complete()))
        .limit(Limits.CANDIDATES)
        .map(Candidate::reading)
        .toList();
    var bits = hints | Hint.LOST_SEPARATOR.bit();
    return new Reading.Ambiguous(text.substring(from, end), listed, Hint.of(bits));
  }

  private static Reading withHints(Reading.Structured reading, long hints) {
    var bits = hints;
    for (var hint : reading.hints()) {
      bits |= hint.bit();
    }
    return new Reading.Structured(reading.elements(), reading.expiresOn(), reading.key(), Hint.of(bits));
  }
}
