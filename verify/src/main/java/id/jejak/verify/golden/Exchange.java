package id.jejak.verify.golden;

import java.util.List;
import java.util.Optional;

/**
 * One request and the answer it must get; placeholders not yet filled in.
 *
 * @param setup true when it only prepares the world: where no answer is written, any but a refusal will do
 * @param target path and query as on the request line
 * @param signer in whose name the request is signed; empty for a request as it stands
 * @param expected empty when no answer is written yet
 * @param captures what later exchanges need from this answer
 * @param answerFrom index of the line in the file where the answer begins, or would begin
 * @param answerTo index of the line after the answer
 */
public record Exchange(
    boolean setup,
    String method,
    String target,
    List<Header> headers,
    String body,
    Optional<String> signer,
    Optional<Expected> expected,
    List<Capture> captures,
    int answerFrom,
    int answerTo) {

  /** Copies the lists. */
  public Exchange {
    headers = List.copyOf(headers);
    captures = List.copyOf(captures);
  }

  /** One header line. */
  public record Header(String name, String value) {}

  /**
   * The answer a request must get.
   *
   * @param opened whether it must come encrypted, and is written opened
   * @param headers those that must be there; others may be
   * @param body all of it
   */
  public record Expected(int status, boolean opened, List<Header> headers, String body) {
    /** Copies the list. */
    public Expected {
      headers = List.copyOf(headers);
    }
  }

  /**
   * A value of the answer that later exchanges use as {@code {name}}.
   *
   * @param pointer JSON pointer into the answer's body
   */
  public record Capture(String name, String pointer) {}

  /** The request line, for people. */
  public String title() {
    return (setup ? "@setup " : "") + method + " " + target;
  }
}
