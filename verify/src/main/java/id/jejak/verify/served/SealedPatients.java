package id.jejak.verify.served;

import id.jejak.facility.access.Vault;
import id.jejak.facility.access.store.IndexRing;
import id.jejak.facility.access.store.KeyFolder;
import id.jejak.facility.access.store.Keyring;
import id.jejak.facility.access.store.SharedVault;
import id.jejak.kernel.db.CopyIn;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * Patients with a record at a served hospital, as many as wanted, sealed under the server's own keys as its queue seals
 * them.
 *
 * @param record before each one's number
 * @param card of number 0; the others follow
 * @param nik the same
 */
public record SealedPatients(String record, long card, long nik) {
  /** The card of a number. */
  public String card(int number) {
    return String.format(Locale.ROOT, "%013d", card + number);
  }

  /** The identity number of a number. */
  public String nik(int number) {
    return String.format(Locale.ROOT, "%016d", nik + number);
  }

  /**
   * Puts those in who are not there.
   *
   * @param data folder of the server, beside whose tables its keys are
   */
  public void put(Path data, Connection connection, int from, int until) {
    var keys = new KeyFolder(data.resolve("keys"));
    // No key was rotated in a fresh server, so whatever time it is, the first one counts.
    var vault = new SharedVault(new Keyring(keys), new IndexRing(keys, new SecureRandom(), () -> Instant.EPOCH));
    Jdbi.create(connection).useTransaction(tx -> {
      tx.execute("create temporary table sealed (like queue.patient) on commit drop");
      try (var rows = new CopyIn(tx, "copy sealed (record, key_id, sealed, index_key, nik, card, complete, created_at)"
          + " from stdin")) {
        for (int number = from; number < until; number++) {
          one(vault, rows, number);
        }
        rows.finish();
      }
      tx.execute("insert into queue.patient select * from sealed on conflict do nothing");
    });
  }

  private void one(Vault vault, CopyIn rows, int number) {
    var text = "{\"card\":\"" + card(number) + "\",\"nik\":\"" + nik(number) + "\",\"name\":\"X\",\"sex\":\"L\"}";
    var sealed = vault.seal(text, "queue patient " + record + number);
    rows.field(record + number).field(sealed.key()).field(sealed.bytes()).field(vault.active())
        .field(vault.hash(Vault.NIK, nik(number), vault.active()))
        .field(vault.hash(Vault.CARD, card(number), vault.active())).field(true).field("2026-01-01T00:00:00Z").end();
  }
}
