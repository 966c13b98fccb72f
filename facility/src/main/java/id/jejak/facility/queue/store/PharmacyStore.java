package id.jejak.facility.queue.store;

import id.jejak.kernel.db.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The pharmacy's queue: two rows of numbers a day, for compounded and finished medicine. Stateless, thread-safe. */
public final class PharmacyStore {
  private static final Sql TICKET = Sql.of("""
      select day, compounded, number, done
        from queue.pharmacy_ticket
       where booking = :code
      """);
  private static final Sql TAKE = Sql.of("""
      with line as (
        insert into queue.pharmacy_day (day, compounded, last_number, waiting)
        values (:day::date, :compounded, 1, 1)
            on conflict (day, compounded) do update
           set last_number = pharmacy_day.last_number + 1, waiting = pharmacy_day.waiting + 1
        returning day, compounded, last_number
      )
      insert into queue.pharmacy_ticket (booking, day, compounded, number, taken_at)
      select :code, day, compounded, last_number, :at
        from line
      returning number
      """);
  private static final Sql DONE = Sql.of("""
      with gone as (
        update queue.pharmacy_ticket
           set done = true
         where booking = :code and not done
        returning day, compounded, number, calls
      )
      update queue.pharmacy_day d
         set waiting = d.waiting - 1,
             called_number = case when gone.calls = 0 then gone.number else d.called_number end
        from gone
       where d.day = gone.day and d.compounded = gone.compounded
      """);

  private static final Sql CALL = Sql.of("""
      with called as (
        update queue.pharmacy_ticket
           set calls = calls + 1, called_at = :at
         where booking = :code
        returning day, compounded, number
      )
      update queue.pharmacy_day d
         set called_number = called.number
        from called
       where d.day = called.day and d.compounded = called.compounded
      """);

  /** A number in the pharmacy's queue. */
  public record Ticket(LocalDate day, boolean compounded, int number, boolean done) {}

  /** How far a row of numbers has come. */
  public record Line(int total, int waiting, int called) {}

  /** The number of a booking. */
  public Optional<Ticket> ticket(Handle handle, String code) {
    return TICKET.in(handle).text("code", code).list(row -> new Ticket(row.getObject("day", LocalDate.class),
        row.getBoolean("compounded"), row.getInt("number"), row.getBoolean("done"))).stream().findFirst();
  }

  /** Gives a booking that its caller has locked the next number of its kind. */
  public Ticket take(Handle tx, String code, LocalDate day, boolean compounded, Instant at) {
    long number = TAKE.in(tx).text("code", code).text("day", day.toString()).flag("compounded", compounded)
        .instant("at", at).number();
    return new Ticket(day, compounded, (int) number, false);
  }

  /**
   * To be run when the medicine of a booking is handed over: its number is the one last called, unless it was called before.
   * Changes nothing for who has no number, or was done before. A row of numbers is everybody's, so this belongs at the end
   * of a transaction: whoever holds it keeps the whole pharmacy waiting.
   */
  public Sql.Call ending(Handle tx, String code) {
    return DONE.in(tx).text("code", code);
  }

  /** To be run when the number of a booking is called; at the end of a transaction, too. */
  public Sql.Call calling(Handle tx, String code, Instant at) {
    return CALL.in(tx).text("code", code).instant("at", at);
  }

  /** How far the row of numbers of a ticket has come. */
  public Line line(Handle handle, Ticket ticket) {
    return handle.createQuery("""
            select last_number, waiting, called_number
              from queue.pharmacy_day
             where day = :day and compounded = :compounded
            """).bind("day", ticket.day()).bind("compounded", ticket.compounded())
        .map((rs, _) -> new Line(rs.getInt("last_number"), rs.getInt("waiting"), rs.getInt("called_number"))).one();
  }
}
