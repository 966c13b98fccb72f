package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;

/** How far an operation stands. */
enum State {
  IMPLEMENTED("implemented"),
  PARTLY("partly"),
  OURS("ours"),
  OURS_PARTLY("ours, partly");

  private final String label;

  State(String label) {
    this.label = label;
  }

  static State of(Operation operation) {
    boolean whole = operation.gaps().isEmpty();
    if (operation.ours()) {
      return whole ? OURS : OURS_PARTLY;
    }
    return whole ? IMPLEMENTED : PARTLY;
  }

  /** For people. */
  String label() {
    return label;
  }
}
