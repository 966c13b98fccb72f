package id.jejak.kfa.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** One load under way: its transaction, the edition that it makes, and the changes written so far. For one thread. */
final class LoadRun {
  final Handle tx;
  final long edition;
  final OffsetDateTime at;
  long seq;

  private LoadRun(Handle tx, long edition, long seq, Instant at) {
    this.tx = tx;
    this.edition = edition;
    this.seq = seq;
    this.at = at.atOffset(ZoneOffset.UTC);
  }

  /** Begins; one load at a time, so that the order of changes is the order in which they become visible. */
  static LoadRun begin(Handle tx, Instant at) {
    return tx.createQuery("select edition, seq from kfa.edition for update")
        .map((rs, _) -> new LoadRun(tx, rs.getLong("edition") + 1, rs.getLong("seq"), at))
        .one();
  }

  /** Keeps the new edition when anything differs. */
  void end(boolean differs) {
    if (differs) {
      tx.createUpdate("update kfa.edition set edition = :edition, seq = :seq")
          .bind("edition", edition).bind("seq", seq)
          .execute();
    }
  }

  /** Counts changes that were numbered upwards from {@link #seq}. */
  void numbered(int changes) {
    seq += changes;
  }
}
