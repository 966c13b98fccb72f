package id.jejak.ttac.store;

import id.jejak.kernel.ids.Password;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts and their tokens. Stateless, thread-safe. */
public final class AccountStore {
  /** Who may log in, and for which sarana. */
  public record Account(int id, int sarana, String email, String name, Optional<String> phone, Password password,
      boolean active, Instant createdAt) {}

  /** A token as kept. */
  public record Kept(byte[] box, Instant expiresAt) {}

  /** Whom a token stands for. */
  public record Holder(int account, int sarana, Instant expiresAt) {}

  /** A token that ends soon and nobody was told of. */
  public record Ending(byte[] hash, String email, String name, Instant expiresAt) {}

  /** The account of an e-mail address, compared without case. */
  public Optional<Account> byEmail(Handle handle, String email) {
    return handle.createQuery("""
            select id, sarana, email, name, phone, salt, verifier, aktif, created_at
              from ttac.account
             where lower(email) = lower(:email)
            """)
        .bind("email", email)
        .map((rs, _) -> new Account(rs.getInt("id"), rs.getInt("sarana"), rs.getString("email"),
            rs.getString("name"), Optional.ofNullable(rs.getString("phone")),
            new Password(rs.getBytes("salt"), rs.getBytes("verifier")), rs.getBoolean("aktif"),
            rs.getObject("created_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Locks an account, so that two logins at once hand out one token. */
  public void lock(Handle tx, int account) {
    tx.createQuery("select id from ttac.account where id = :id for update").bind("id", account)
        .mapTo(int.class).one();
  }

  /** The account's newest token that lives beyond a moment. */
  public Optional<Kept> tokenBeyond(Handle tx, int account, Instant moment) {
    return tx.createQuery("""
            select box, expires_at
              from ttac.token
             where account = :account and expires_at > :moment
             order by expires_at desc
             limit 1
            """)
        .bind("account", account)
        .bind("moment", at(moment))
        .map((rs, _) -> new Kept(rs.getBytes("box"), rs.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Keeps a new token. */
  public void keep(Handle tx, byte[] hash, Account account, byte[] box, Instant issuedAt, Instant expiresAt) {
    tx.createUpdate("""
            insert into ttac.token (hash, account, sarana, box, issued_at, expires_at)
            values (:hash, :account, :sarana, :box, :issued, :expires)
            """)
        .bind("hash", hash).bind("account", account.id()).bind("sarana", account.sarana()).bind("box", box)
        .bind("issued", at(issuedAt)).bind("expires", at(expiresAt))
        .execute();
  }

  /** Whom a token stands for, expired or not; empty when it is unknown or its account is closed. */
  public Optional<Holder> holder(Handle handle, byte[] hash) {
    return handle.createQuery("""
            select t.account, t.sarana, t.expires_at
              from ttac.token t
              join ttac.account a on a.id = t.account and a.aktif
             where t.hash = :hash
            """)
        .bind("hash", hash)
        .map((rs, _) -> new Holder(rs.getInt("account"), rs.getInt("sarana"),
            rs.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /**
   * Takes the next token that ends before a moment, that nobody was told of, and that its account has not replaced. It
   * counts as told of once the transaction ends well; until then no other transaction can take it.
   *
   * @param but hashes of tokens to leave out
   */
  public Optional<Ending> takeEnding(Handle tx, Instant now, Instant before, Collection<byte[]> but) {
    return tx.createQuery("""
            with due as (
              select t.hash
                from ttac.token t
                join ttac.account a on a.id = t.account and a.aktif
               where t.warned_at is null
                 and t.expires_at > :now
                 and t.expires_at <= :before
                 and not t.hash = any(:but)
                 and not exists (select from ttac.token n where n.account = t.account and n.expires_at > :before)
               order by t.expires_at
               limit 1
                 for update of t skip locked
            )
            update ttac.token t
               set warned_at = :now
              from due, ttac.account a
             where t.hash = due.hash and a.id = t.account
            returning t.hash, a.email, a.name, t.expires_at
            """)
        .bind("now", at(now)).bind("before", at(before)).bindArray("but", byte[].class, but)
        .map((rs, _) -> new Ending(rs.getBytes("hash"), rs.getString("email"), rs.getString("name"),
            rs.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Forgets tokens that ended before a moment. */
  public int forgetEnded(Handle tx, Instant before) {
    return tx.createUpdate("delete from ttac.token where expires_at < :before").bind("before", at(before)).execute();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
