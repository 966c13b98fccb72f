package id.jejak.ttac.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers kept for requests with an idempotency key. Stateless, thread-safe. */
public final class AnswerStore {
  /**
   * Takes a key. Waits for another transaction that has taken the same key and is not done yet.
   *
   * @return false when the key was used before
   */
  public boolean begin(Handle tx, int sarana, String key, byte[] request, Instant now) {
    return tx.createUpdate("""
            insert into ttac.answered (sarana, key, request, at)
            values (:sarana, :key, :request, :at)
                on conflict (sarana, key) do nothing
            """)
        .bind("sarana", sarana).bind("key", key).bind("request", request).bind("at", now.atOffset(ZoneOffset.UTC))
        .execute() == 1;
  }

  /** Keeps the answer of a key that this transaction took. */
  public void keep(Handle tx, int sarana, String key, byte[] answer) {
    tx.createUpdate("update ttac.answered set answer = :answer where sarana = :sarana and key = :key")
        .bind("answer", answer).bind("sarana", sarana).bind("key", key)
        .execute();
  }

  /** The first answer; empty when the key was used for another request. */
  public Optional<byte[]> first(Handle tx, int sarana, String key, byte[] request) {
    return tx.createQuery("""
            select answer
              from ttac.answered
             where sarana = :sarana and key = :key and request = :request and answer is not null
            """)
        .bind("sarana", sarana).bind("key", key).bind("request", request)
        .mapTo(byte[].class).findOne();
  }

  /** Forgets answers given before a moment. */
  public int forget(Handle tx, Instant before) {
    return tx.createUpdate("delete from ttac.answered where at < :before")
        .bind("before", before.atOffset(ZoneOffset.UTC)).execute();
  }
}
