package id.jejak.ttac.store;

import id.jejak.kernel.db.Emptying;
import id.jejak.kernel.ids.Password;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes facilities and accounts of prepared worlds, and clears everything. Stateless, thread-safe. */
public final class WorldStore {
  /** A facility of a prepared world. */
  public record NewSarana(int id, int group, String name, String address, String phone, @Nullable String fax,
      @Nullable String province, @Nullable String city, @Nullable String latitude, @Nullable String longitude,
      @Nullable String npwp, String role,
      boolean active) {}

  /** An account of a prepared world, with its password in clear until it is hashed. */
  public record NewAccount(int id, int sarana, String email, String name, @Nullable String phone, String password) {}

  /** True when no facility is known. */
  public boolean empty(Handle tx) {
    return !tx.createQuery("select exists (select from ttac.sarana)").mapTo(boolean.class).one();
  }

  /** Removes every row of every table. */
  public void clear(Handle tx) {
    Emptying.of(tx, "ttac.sarana", "ttac.target", "ttac.account", "ttac.token", "ttac.location", "ttac.lot",
        "ttac.pack", "ttac.content", "ttac.event", "ttac.shipment", "ttac.tombstone", "ttac.answered");
    tx.execute("alter table ttac.location alter column id restart");
    tx.execute("alter table ttac.event alter column id restart");
  }

  /** Adds facilities. */
  public void addSarana(Handle tx, List<NewSarana> saranas, Instant since) {
    var batch = tx.prepareBatch("""
        insert into ttac.sarana (id, id_group, nama, alamat, no_telp, fax, provinsi, kota, latitude, longitude, npwp,
                                 peran, aktif, created_at)
        values (:id, :group, :name, :address, :phone, :fax, :province, :city, :latitude, :longitude, :npwp,
                :role, :active, :since)
        """);
    for (var one : saranas) {
      batch.bindMethods(one).bind("since", since.atOffset(ZoneOffset.UTC)).add();
    }
    batch.execute();
  }

  /** Adds an account. */
  public void addAccount(Handle tx, NewAccount account, Password password, Instant since) {
    tx.createUpdate("""
            insert into ttac.account (id, sarana, email, name, phone, salt, verifier, aktif, created_at)
            values (:id, :sarana, :email, :name, :phone, :salt, :verifier, true, :since)
            """)
        .bind("id", account.id()).bind("sarana", account.sarana()).bind("email", account.email())
        .bind("name", account.name()).bind("phone", account.phone())
        .bind("salt", password.salt()).bind("verifier", password.verifier())
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Lets one facility send to another. */
  public void addTarget(Handle tx, int sarana, int target) {
    tx.createUpdate("insert into ttac.target (sarana, target) values (:sarana, :target) on conflict do nothing")
        .bind("sarana", sarana).bind("target", target)
        .execute();
  }

  /** Lets every facility send to every other one, but for one that the other does not list. */
  public void addTargets(Handle tx, int unlisted, int notBy) {
    tx.createUpdate("""
            insert into ttac.target (sarana, target)
            select a.id, b.id
              from ttac.sarana a
              join ttac.sarana b on b.id <> a.id
             where not (b.id = :unlisted and a.id = :notBy)
             order by a.id, b.id
            """)
        .bind("unlisted", unlisted).bind("notBy", notBy)
        .execute();
  }

  /** Adds a location with a number of its own. */
  public void addLocation(Handle tx, long id, int sarana, String address, String phone, String latitude,
      String longitude) {
    tx.createUpdate("""
            insert into ttac.location (id, sarana, alamat, no_telp, fax, latitude, longitude, point_lat, point_long)
            values (:id, :sarana, :address, :phone, :phone, :latitude, :longitude,
                    :latitude::numeric, :longitude::numeric)
            """)
        .bind("id", id).bind("sarana", sarana).bind("address", address).bind("phone", phone)
        .bind("latitude", latitude).bind("longitude", longitude)
        .execute();
    tx.execute("select setval(pg_get_serial_sequence('ttac.location', 'id'), (select max(id) from ttac.location))");
  }
}
