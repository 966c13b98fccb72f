package id.jejak.antrean.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Message;
import java.util.List;

/** What an operation answers, before it is known how the caller wants it wrapped. */
sealed interface Reply {
  /** Nothing but that it was done. */
  record Done(Envelope envelope) implements Reply {}

  /** One object, or null. */
  record One(Envelope envelope, Object content) implements Reply {}

  /** Rows; none at all is an answer of its own. */
  record Rows(Message message, List<?> rows) implements Reply {
    /** Copies the rows. */
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  static Reply done(Message message) {
    return new Done(Envelope.of(message));
  }
}
