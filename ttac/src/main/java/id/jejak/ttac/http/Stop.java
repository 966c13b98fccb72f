package id.jejak.ttac.http;

import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;

/**
 * Ends a request with a refusal. Thrown inside a transaction it rolls everything back, which is how "a request that
 * fails changes nothing" is kept: there is no other way out with a refusal.
 */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Envelope envelope;

  Stop(Envelope envelope) {
    super(envelope.code().name(), null, false, false); // a refusal is expected: no stack trace
    this.envelope = envelope;
  }

  static Stop with(Code code) {
    return new Stop(Envelope.of(code));
  }

  static Stop parameter(String sentence) {
    return new Stop(Envelope.parameter(sentence));
  }

  Envelope envelope() {
    return envelope;
  }
}
