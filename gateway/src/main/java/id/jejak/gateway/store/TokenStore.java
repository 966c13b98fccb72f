package id.jejak.gateway.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Access tokens, kept as hashes. Stateless, thread-safe. */
public final class TokenStore {
  /** Whom a token stands for, expired or not. */
  public record Holder(String client, String organization, Instant expiresAt) {}

  /** Keeps a new token. */
  public void keep(Handle tx, byte[] hash, Holder holder, Instant issuedAt) {
    tx.createUpdate("""
            insert into gateway.token (hash, client, organization, issued_at, expires_at)
            values (:hash, :client, :organization, :issued, :expires)
            """)
        .bind("hash", hash).bind("client", holder.client()).bind("organization", holder.organization())
        .bind("issued", issuedAt.atOffset(ZoneOffset.UTC)).bind("expires", holder.expiresAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Whom a token stands for; empty when it is unknown. */
  public Optional<Holder> holder(Handle handle, byte[] hash) {
    return handle.createQuery("""
            select client, organization, expires_at
              from gateway.token
             where hash = :hash
            """)
        .bind("hash", hash)
        .map((rs, _) -> new Holder(rs.getString("client"), rs.getString("organization"),
            rs.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Forgets tokens that ended before a moment. */
  public int forgetEnded(Handle tx, Instant before) {
    return tx.createUpdate("delete from gateway.token where expires_at < :before")
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
