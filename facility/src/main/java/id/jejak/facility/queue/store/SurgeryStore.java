package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Holder;
import id.jejak.kernel.db.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Planned operations; whose they are lies sealed. Thread-safe. */
public final class SurgeryStore {
  private static final int MOST = 10_000;

  private final Safe safe;

  /** Planned operations in a safe. */
  public SurgeryStore(Safe safe) {
    this.safe = safe;
  }

  /** A planned operation; the card is empty for who is no member. Prints nothing of the patient. */
  public record Planned(String code, LocalDate day, String procedure, String clinic, String name, boolean done,
      String card, Instant updatedAt) {
    /** Whose it is. */
    public Holder holder() {
      return new Holder(card, "", "");
    }

    @Override
    public String toString() {
      return "Planned[***]";
    }
  }

  /** Those of some days, both ends included, by day. */
  public List<Planned> between(Handle handle, LocalDate from, LocalDate to) {
    return handle.createQuery("""
            select code, day, procedure, clinic, name, done, sealed, updated_at
              from queue.surgery
             where day between :from and :to
             order by day, code
             limit :most
            """).bind("from", from).bind("to", to).bind("most", MOST).map((rs, _) -> planned(rs)).list();
  }

  /** Those of a member, by day. */
  public List<Planned> of(Handle handle, String card) {
    return handle.createQuery("""
            select code, day, procedure, clinic, name, done, sealed, updated_at
              from queue.surgery
             where card = any(:cards)
             order by day, code
             limit :most
            """).bind("cards", SqlArray.bytes(safe.cards(card))).bind("most", MOST).map((rs, _) -> planned(rs)).list();
  }

  private Planned planned(ResultSet rs) throws SQLException {
    var code = rs.getString("code");
    return new Planned(code, rs.getObject("day", LocalDate.class), rs.getString("procedure"),
        rs.getString("clinic"), rs.getString("name"), rs.getBoolean("done"),
        safe.open(rs.getBytes("sealed"), Safe.surgery(code)).path("card").asString(""),
        Rows.instant(rs, "updated_at"));
  }

  /** Adds an operation, or writes it anew. */
  public void put(Handle tx, Planned planned) {
    var row = safe.row(Map.of("card", planned.card()), Safe.surgery(planned.code()));
    tx.createUpdate("""
            insert into queue.surgery (code, day, procedure, clinic, name, done, key_id, sealed, index_key, card,
                                       updated_at)
            values (:code, :day, :procedure, :clinic, :name, :done, :key, :sealed, :index, :hash, :at)
                on conflict (code) do update set day = excluded.day, procedure = excluded.procedure,
                   clinic = excluded.clinic, name = excluded.name, done = excluded.done, key_id = excluded.key_id,
                   sealed = excluded.sealed, index_key = excluded.index_key, card = excluded.card,
                   updated_at = excluded.updated_at
            """).bind("code", planned.code()).bind("day", planned.day()).bind("procedure", planned.procedure())
        .bind("clinic", planned.clinic()).bind("name", planned.name()).bind("done", planned.done())
        .bind("key", row.key()).bind("sealed", row.sealed()).bind("index", row.index()).bind("hash", row.card())
        .bind("at", planned.updatedAt().atOffset(ZoneOffset.UTC)).execute();
  }
}
