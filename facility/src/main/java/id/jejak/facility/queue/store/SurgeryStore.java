package id.jejak.facility.queue.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Planned operations. Stateless, thread-safe. */
public final class SurgeryStore {
  private static final int MOST = 10_000;

  /** A planned operation; the card is empty for who is no member. Prints nothing of the patient. */
  public record Planned(String code, LocalDate day, String procedure, String clinic, String name, boolean done,
      String card, Instant updatedAt) {
    @Override
    public String toString() {
      return "Planned[***]";
    }
  }

  /** Those of some days, both ends included, by day. */
  public List<Planned> between(Handle handle, LocalDate from, LocalDate to) {
    return handle.createQuery("""
            select code, day, procedure, clinic, name, done, card, updated_at
              from queue.surgery
             where day between :from and :to
             order by day, code
             limit :most
            """).bind("from", from).bind("to", to).bind("most", MOST).map((rs, _) -> planned(rs)).list();
  }

  /** Those of a member, by day. */
  public List<Planned> of(Handle handle, String card) {
    return handle.createQuery("""
            select code, day, procedure, clinic, name, done, card, updated_at
              from queue.surgery
             where card = :card and card <> ''
             order by day, code
             limit :most
            """).bind("card", card).bind("most", MOST).map((rs, _) -> planned(rs)).list();
  }

  private static Planned planned(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Planned(rs.getString("code"), rs.getObject("day", LocalDate.class), rs.getString("procedure"),
        rs.getString("clinic"), rs.getString("name"), rs.getBoolean("done"), rs.getString("card"),
        Rows.instant(rs, "updated_at"));
  }

  /** Adds an operation, or writes it anew. */
  public void put(Handle tx, Planned planned) {
    tx.createUpdate("""
            insert into queue.surgery (code, day, procedure, clinic, name, done, card, updated_at)
            values (:code, :day, :procedure, :clinic, :name, :done, :card, :at)
                on conflict (code) do update set day = excluded.day, procedure = excluded.procedure,
                   clinic = excluded.clinic, name = excluded.name, done = excluded.done, card = excluded.card,
                   updated_at = excluded.updated_at
            """).bindMethods(planned).bind("at", planned.updatedAt().atOffset(ZoneOffset.UTC)).execute();
  }
}
