package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.rs.RsMessage;

/** Ends a request of BPJS with a refusal. Thrown inside a transaction it rolls everything back. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Envelope envelope;

  private Stop(Envelope envelope) {
    super(Integer.toString(envelope.code()), null, false, false); // a refusal is expected: no stack trace
    this.envelope = envelope;
  }

  static Stop with(RsMessage message, String... values) {
    return new Stop(message.envelope(values));
  }

  Envelope envelope() {
    return envelope;
  }
}
