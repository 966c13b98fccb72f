package id.jejak.antrean.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who may ask: hospitals with their credentials. Stateless, thread-safe. */
public final class ConsumerStore {
  /**
   * A consumer as kept.
   *
   * @param secret sealed
   * @param userKey hashed
   */
  public record Kept(String consId, String hospital, String hospitalName, byte[] secret, byte[] userKey) {}

  /** The consumer of an id. */
  public Optional<Kept> byId(Handle handle, String consId) {
    return handle.createQuery("""
            select cons_id, kode_ppk, nama_ppk, secret, user_key
              from antrean.consumer
             where cons_id = :consId
            """)
        .bind("consId", consId)
        .map((rs, _) -> new Kept(rs.getString("cons_id"), rs.getString("kode_ppk"), rs.getString("nama_ppk"),
            rs.getBytes("secret"), rs.getBytes("user_key")))
        .findOne();
  }

  /** Any one of them, to see whether secrets can be opened. */
  public Optional<Kept> any(Handle handle) {
    return handle.createQuery("select cons_id from antrean.consumer order by cons_id limit 1").mapTo(String.class)
        .findOne().flatMap(id -> byId(handle, id));
  }
}
