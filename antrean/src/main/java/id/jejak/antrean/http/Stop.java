package id.jejak.antrean.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Message;

/** Ends a request with a refusal. Thrown inside a transaction it rolls everything back. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Envelope envelope;

  Stop(Envelope envelope) {
    super(Integer.toString(envelope.code()), null, false, false); // a refusal is expected: no stack trace
    this.envelope = envelope;
  }

  static Stop with(Message message, String... values) {
    return new Stop(Envelope.of(message, values));
  }

  Envelope envelope() {
    return envelope;
  }
}
