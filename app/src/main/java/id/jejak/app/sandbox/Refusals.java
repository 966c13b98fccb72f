package id.jejak.app.sandbox;

import id.jejak.app.docs.SystemDocs;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The refusals that the documents know, as they go over the wire, so that one can be had at will. Thread-safe. */
public final class Refusals {
  private static final Pattern TOKEN_OVER = Pattern.compile("token.*(expired|kedaluwarsa|kadaluarsa|unknown|revoked)");
  private static final Pattern TOKEN = Pattern.compile("token|unauthori[sz]ed");
  private static final Pattern GAP = Pattern.compile("\\{\\w+}");
  private static final Pattern SIGNATURE = Pattern.compile("signature");

  private final Supplier<List<SystemDocs>> docs;

  /**
   * Refusals of documented systems.
   *
   * @param docs asked only when a fault is planned
   */
  public Refusals(Supplier<List<SystemDocs>> docs) {
    this.docs = docs;
  }

  /** Codes that an operation may be refused with, in order of precedence. */
  public List<String> codes(String operation) {
    return docs.get().stream().flatMap(of -> of.operation(operation).stream())
        .flatMap(one -> one.outcomes().stream()).filter(outcome -> !outcome.success()).map(Outcome::code).distinct()
        .toList();
  }

  /** A refusal by its code. */
  Optional<Response> refused(Operation operation, String code) {
    return first(operation, outcome -> outcome.code().equals(code));
  }

  /** As when the token is not good any more. */
  Optional<Response> tokenOver(Operation operation) {
    return first(operation, outcome -> TOKEN_OVER.matcher(words(outcome)).find())
        .or(() -> first(operation, outcome -> TOKEN.matcher(words(outcome)).find()));
  }

  /** As when the signature is wrong. */
  Optional<Response> wrongSignature(Operation operation) {
    return first(operation, outcome -> SIGNATURE.matcher(outcome.code().toLowerCase(Locale.ROOT)).find())
        .or(() -> first(operation, outcome -> SIGNATURE.matcher(words(outcome)).find()));
  }

  private Optional<Response> first(Operation operation, Predicate<Outcome> wanted) {
    return docs.get().stream().filter(of -> of.operation(operation.id()).isPresent()).findFirst()
        .flatMap(of -> operation.outcomes().stream().filter(outcome -> !outcome.success()).filter(wanted).findFirst()
            .map(outcome -> of.answers().answer(operation, filled(outcome))));
  }

  /** Words with something in every gap, as an answer has them. */
  private static Outcome filled(Outcome outcome) {
    return new Outcome(outcome.code(), outcome.success(), GAP.matcher(outcome.message()).replaceAll("123"),
        outcome.when());
  }

  private static String words(Outcome outcome) {
    return (outcome.code() + " " + outcome.message() + " " + outcome.when()).toLowerCase(Locale.ROOT);
  }
}
