package id.jejak.satusehat.store;

import id.jejak.kernel.ids.Password;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Clients of eresep, and the key that signs their tokens. Stateless, thread-safe. */
public final class EresepStore {
  /**
   * A pair of keys.
   *
   * @param secret PKCS#8
   * @param open X.509
   */
  public record Keys(byte[] secret, byte[] open) {}

  /** A client's password as it is kept. */
  public Optional<Password> password(Handle tx, String name) {
    return tx.createQuery("select salt, verifier from satusehat.eresep_user where name = :name")
        .bind("name", name)
        .map((row, _) -> new Password(row.getBytes("salt"), row.getBytes("verifier"))).findOne();
  }

  /** Adds a client. */
  public void add(Handle tx, String name, Password password) {
    tx.createUpdate("insert into satusehat.eresep_user (name, salt, verifier) values (:name, :salt, :verifier)")
        .bind("name", name).bind("salt", password.salt()).bind("verifier", password.verifier()).execute();
  }

  /** The keys of this installation: fresh ones become them when there are none yet. */
  public Keys keys(Handle tx, Supplier<Keys> fresh) {
    return known(tx).orElseGet(() -> {
      var made = fresh.get();
      tx.createUpdate("""
              insert into satusehat.signing_key (private_key, public_key)
              values (:secret, :open)
              on conflict do nothing
              """)
          .bind("secret", made.secret()).bind("open", made.open()).execute();
      return known(tx).orElseThrow();
    });
  }

  private static Optional<Keys> known(Handle tx) {
    return tx.createQuery("select private_key, public_key from satusehat.signing_key")
        .map((row, _) -> new Keys(row.getBytes("private_key"), row.getBytes("public_key"))).findOne();
  }
}
