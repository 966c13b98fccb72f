package id.jejak.app.conformance;

/**
 * A sentence for a report.
 *
 * @param id in Indonesian, as it is filed
 * @param en in English
 */
public record Words(String id, String en) {
  /** Nothing to say. */
  public static final Words NONE = new Words("", "");

  /** What is the same in both, such as a name of the document. */
  public static Words same(String text) {
    return new Words(text, text);
  }
}
