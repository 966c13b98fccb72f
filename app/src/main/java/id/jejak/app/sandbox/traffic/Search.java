package id.jejak.app.sandbox.traffic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to look for among what was kept. Text is looked for in what may be shown only, so that nobody can find out a
 * secret by searching for its beginnings.
 *
 * @param system name; empty for all
 * @param operation id or its beginning; empty for all
 * @param status such as {@code 200}, or {@code 4} for all from 400; empty for all
 * @param refused true for what was refused only
 * @param text anywhere in request and answer; empty for all
 * @param most answers at most
 */
public record Search(Optional<String> system, Optional<String> operation, Optional<String> status, boolean refused,
    Optional<String> text, int most) {
  /** Everything kept. */
  public static final Search ALL = new Search(Optional.empty(), Optional.empty(), Optional.empty(), false,
      Optional.empty(), Recorder.KEPT);

  /** What is found, newest first. */
  public List<Explained> in(Recorder recorder, Explainer explainer) {
    return recorder.all().stream()
        .filter(seen -> system.filter(name -> !name.equals(seen.system())).isEmpty())
        .filter(seen -> operation.filter(id -> !seen.operationId().startsWith(id)).isEmpty())
        .filter(seen -> status.filter(digits -> !String.valueOf(seen.answered().status()).startsWith(digits)).isEmpty())
        .map(explainer::explain)
        .filter(one -> !refused || !one.success())
        .filter(one -> text.filter(words -> !has(one, words)).isEmpty())
        .limit(most).toList();
  }

  private static boolean has(Explained one, String words) {
    var wanted = words.toLowerCase(Locale.ROOT);
    return (one.operation() + " " + one.title() + " " + one.target() + " " + one.code() + " " + one.rule() + " "
        + one.requestId() + " " + one.requestBody() + " " + one.answerBody() + " " + one.fault())
        .toLowerCase(Locale.ROOT).contains(wanted);
  }
}
