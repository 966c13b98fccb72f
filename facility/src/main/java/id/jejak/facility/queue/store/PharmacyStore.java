package id.jejak.facility.queue.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The pharmacy's queue: two rows of numbers a day, for compounded and finished medicine. Stateless, thread-safe. */
public final class PharmacyStore {
  /** A number in the pharmacy's queue. */
  public record Ticket(LocalDate day, boolean compounded, int number, boolean done) {}

  /** How far a row of numbers has come. */
  public record Line(int total, int waiting, int called) {}

  /** The number of a booking. */
  public Optional<Ticket> ticket(Handle handle, String code) {
    return handle.createQuery("""
            select day, compounded, number, done
              from queue.pharmacy_ticket
             where booking = :code
            """).bind("code", code).map((rs, _) -> new Ticket(rs.getObject("day", LocalDate.class),
            rs.getBoolean("compounded"), rs.getInt("number"), rs.getBoolean("done"))).findOne();
  }

  /** Gives a booking that its caller has locked the next number of its kind. */
  public Ticket take(Handle tx, String code, LocalDate day, boolean compounded, Instant at) {
    int number = tx.createQuery("""
            insert into queue.pharmacy_day (day, compounded, last_number, waiting)
            values (:day, :compounded, 1, 1)
                on conflict (day, compounded) do update
               set last_number = pharmacy_day.last_number + 1, waiting = pharmacy_day.waiting + 1
            returning last_number
            """).bind("day", day).bind("compounded", compounded).mapTo(int.class).one();
    tx.createUpdate("""
            insert into queue.pharmacy_ticket (booking, day, compounded, number, taken_at)
            values (:code, :day, :compounded, :number, :at)
            """).bind("code", code).bind("day", day).bind("compounded", compounded).bind("number", number)
        .bind("at", at.atOffset(ZoneOffset.UTC)).execute();
    return new Ticket(day, compounded, number, false);
  }

  /** The medicine of a ticket was handed over: its number is the one last called, unless it was called before. */
  public void done(Handle tx, String code, Ticket ticket) {
    tx.createUpdate("update queue.pharmacy_ticket set done = true where booking = :code").bind("code", code).execute();
    tx.createUpdate("""
            update queue.pharmacy_day
               set waiting = waiting - 1,
                   called_number = case when (select t.calls from queue.pharmacy_ticket t where t.booking = :code) = 0
                                        then :number else called_number end
             where day = :day and compounded = :compounded
            """).bind("code", code).bind("day", ticket.day()).bind("compounded", ticket.compounded()).bind("number", ticket.number())
        .execute();
  }

  /** The number of a ticket is called. */
  public void call(Handle tx, String code, Ticket ticket, Instant at) {
    tx.createUpdate("update queue.pharmacy_ticket set calls = calls + 1, called_at = :at where booking = :code")
        .bind("code", code).bind("at", at.atOffset(ZoneOffset.UTC)).execute();
    tx.createUpdate("""
            update queue.pharmacy_day
               set called_number = :number
             where day = :day and compounded = :compounded
            """).bind("day", ticket.day()).bind("compounded", ticket.compounded()).bind("number", ticket.number())
        .execute();
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
