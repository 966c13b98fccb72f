package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Outcome;

/** Ends an operation with a refusal; carries no stack trace, since it is no failure. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Outcome outcome;

  Stop(Outcome outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}
