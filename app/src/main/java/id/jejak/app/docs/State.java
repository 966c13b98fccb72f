package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;

/** How far an operation stands. */
public enum State {
  /** Of the document, whole. */
  IMPLEMENTED("implemented"),
  /** Of the document, with something missing. */
  PARTLY("partly"),
  /** Of no document. */
  OURS("ours"),
  /** Of no document, with something missing. */
  OURS_PARTLY("ours, partly");

  private final String label;

  State(String label) {
    this.label = label;
  }

  /** The state of an operation. */
  public static State of(Operation operation) {
    boolean whole = operation.gaps().isEmpty();
    if (operation.ours()) {
      return whole ? OURS : OURS_PARTLY;
    }
    return whole ? IMPLEMENTED : PARTLY;
  }

  /** For people. */
  public String label() {
    return label;
  }
}
