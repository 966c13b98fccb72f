package id.jejak.app.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found about a requirement.
 *
 * @param result in a sentence
 * @param evidence the first requests that show it
 */
public record Judgement(Verdict verdict, Words result, List<Evidence> evidence) {
  /** Requests that are shown for one requirement. */
  public static final int SHOWN = 5;

  /** Copies the evidence. */
  public Judgement {
    evidence = List.copyOf(evidence);
  }

  /** Nothing in the traffic says anything about it. */
  public static Judgement notExercised(Words why) {
    return new Judgement(Verdict.NOT_EXERCISED, why, List.of());
  }

  /** Nothing in the traffic says anything about it. */
  public static Judgement notExercised() {
    return notExercised(new Words("Tidak ada dalam lalu lintas ini.", "Not in this traffic."));
  }

  /** Met, as one request shows. */
  public static Judgement passed(Exchange shown, Words result) {
    return new Judgement(Verdict.PASSED, result, List.of(Evidence.of(shown, Words.NONE)));
  }

  /**
   * Holds each of some exchanges against a rule: all of them keep it, or those that do not are shown.
   *
   * @param breach what an exchange breaks; empty when it keeps the rule
   */
  public static Judgement each(List<Exchange> of, Function<Exchange, Optional<Words>> breach) {
    return judged(of, breach, false);
  }

  /**
   * The same, but a request that was refused is forgiven when the last one of its operation keeps the rule: whoever
   * tries out refusals breaks rules on purpose.
   */
  public static Judgement eachUnlessCorrected(List<Exchange> of, Function<Exchange, Optional<Words>> breach) {
    return judged(of, breach, true);
  }

  private static Judgement judged(List<Exchange> of, Function<Exchange, Optional<Words>> breach, boolean forgiving) {
    if (of.isEmpty()) {
      return notExercised();
    }
    var broken = new ArrayList<Evidence>();
    long forgiven = 0;
    for (var exchange : of) {
      var why = breach.apply(exchange);
      if (why.isPresent()) {
        if (forgiving && !exchange.success() && corrected(of, exchange, breach)) {
          forgiven++;
        } else {
          broken.add(Evidence.of(exchange, why.get()));
        }
      }
    }
    return broken.isEmpty() ? new Judgement(Verdict.PASSED, kept(of.size(), forgiven), List.of())
        : failed(of.size(), broken);
  }

  private static boolean corrected(List<Exchange> of, Exchange wrong, Function<Exchange, Optional<Words>> breach) {
    return of.stream().filter(one -> one.id().equals(wrong.id())).reduce((_, last) -> last)
        .filter(last -> breach.apply(last).isEmpty()).isPresent();
  }

  private static Words kept(long all, long forgiven) {
    return forgiven == 0 ? new Words(all + " permintaan diperiksa, semua sesuai.",
        all + " requests looked at, all as they should be.")
        : new Words(all + " permintaan diperiksa; " + forgiven + " ditolak, lalu diperbaiki.",
            all + " requests looked at; " + forgiven + " were refused, and corrected afterwards.");
  }

  /** Broken by some of so many. */
  public static Judgement failed(long all, List<Evidence> broken) {
    var first = broken.getFirst().why();
    return new Judgement(Verdict.FAILED, new Words(broken.size() + " dari " + all + " permintaan melanggar: "
        + first.id(), broken.size() + " of " + all + " requests break it: " + first.en()),
        broken.size() > SHOWN ? broken.subList(0, SHOWN) : broken);
  }
}
