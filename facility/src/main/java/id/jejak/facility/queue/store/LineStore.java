package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Hidden;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.domain.Step;
import id.jejak.facility.queue.domain.Task;
import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who waits where, and who was called. Each list is one statement. Thread-safe. */
public final class LineStore {
  private static final String ROW = """
      b.code, b.session, b.sealed, s.letter, b.number, b.record, b.jkn, b.new_patient, b.source,
      b.cancelled_at, b.prescription, b.calls, b.called_at, e.task, e.happened_at,
      t.number as ticket, t.compounded, t.calls as ticket_calls,
      t.called_at as ticket_called_at
      """;
  private static final String FROM = """
        from queue.booking b
        join queue.session s on s.id = b.session
        left join queue.pharmacy_ticket t on t.booking = b.code
        left join lateral (select o.task, o.happened_at
                             from queue.event o
                            where o.booking = b.code
                            order by o.task desc, o.turn desc
                            limit 1) e on true
      """;
  private static final Sql OF_SESSION = Sql.of("select " + ROW + FROM + """
       where b.session = :session
       order by b.number
      """);
  private static final Sql OF_PHARMACY = Sql.of("select " + ROW + FROM + """
       where s.day = :day::date and b.active and (b.prescription is not null or t.booking is not null)
         and coalesce(e.task, 0) between 3 and 7
       order by t.compounded nulls first, t.number, b.code
      """);
  private static final Sql NEXT = Sql.of("""
      select b.code
        from queue.booking b
       where b.session = :session and b.waiting
         and exists (select from queue.event e where e.booking = b.code and e.task = 3)
         and not exists (select from queue.event e where e.booking = b.code and e.task between 4 and 99)
       order by b.calls, b.number
       limit 1
      """);
  private static final Sql CALLS = Sql.of("""
      select 'clinic' as kind, s.letter || '-' || b.number as number, c.name as place, d.name as doctor, false as
             compounded, b.calls, b.called_at
        from queue.booking b
        join queue.session s on s.id = b.session
        join queue.clinic c on c.sub = s.sub
        join queue.doctor d on d.code = s.doctor
       where b.day = :day::date and b.called_at is not null and (cardinality(:subs) = 0 or s.sub = any(:subs))
       union all
      select 'pharmacy', t.number::text, '', '', t.compounded, t.calls, t.called_at
        from queue.pharmacy_ticket t
       where t.day = :day::date and t.called_at is not null and :pharmacy
       order by called_at desc, number
       limit 8
      """);
  private static final Sql ROWS_OF_PHARMACY = Sql.of("""
      select compounded, last_number, waiting, called_number
        from queue.pharmacy_day
       where day = :day::date
       order by compounded
      """);

  /**
   * A patient's place in a line.
   *
   * @param number as patients see it
   * @param whose the patient, as kept
   * @param since when the step began; empty while expected
   * @param compounded of the prescription; empty when none was signed
   * @param ticket the number at the pharmacy; empty for none
   * @param calls how often called: at the pharmacy if there is a number of it, else by the doctor
   */
  public record Line(String code, long session, String number, Hidden whose, String record, boolean member,
      boolean newPatient, String source, Step step, Optional<Instant> since, Optional<Boolean> compounded,
      Optional<Integer> ticket, int calls, Optional<Instant> calledAt) {}

  /** Somebody was called: to a clinic by {@code number}, or to the pharmacy, whose numbers are of two kinds. */
  public record Call(String kind, String number, String place, String doctor, boolean compounded, int calls,
      Instant at) {}

  /** One row of the pharmacy's numbers. */
  public record Row(boolean compounded, int last, int waiting, int called) {}

  private final Safe safe;

  /** Lines of people who are in a safe. */
  public LineStore(Safe safe) {
    this.safe = safe;
  }

  /** Whose place it is. */
  public Holder holder(Line line) {
    return safe.holder(line.whose(), Safe.booking(line.session(), line.record()));
  }

  /** Everybody with a number of a session, by number. */
  public List<Line> ofSession(Handle handle, long session) {
    return OF_SESSION.in(handle).bigint("session", session).list(row -> line(row, false));
  }

  /** Everybody of a day whom the pharmacy expects, has or had; those without a number there first. */
  public List<Line> ofPharmacy(Handle handle, LocalDate day) {
    return OF_PHARMACY.in(handle).text("day", day.toString()).list(row -> line(row, true));
  }

  /** Who of a locked session comes next: the least called first, then by number. */
  public Optional<String> next(Handle tx, long session) {
    return NEXT.in(tx).bigint("session", session).list(row -> row.getString("code")).stream().findFirst();
  }

  /** Who was called last, the latest first; at most 8. */
  public List<Call> calls(Handle handle, LocalDate day, List<String> subs, boolean pharmacy) {
    return CALLS.in(handle).text("day", day.toString()).texts("subs", subs).flag("pharmacy", pharmacy)
        .list(row -> new Call(row.getString("kind"), row.getString("number"), row.getString("place"),
            row.getString("doctor"), row.getBoolean("compounded"), row.getInt("calls"), Rows.instant(row, "called_at")));
  }

  /** The pharmacy's rows of numbers of a day, finished medicine first. */
  public List<Row> pharmacyRows(Handle handle, LocalDate day) {
    return ROWS_OF_PHARMACY.in(handle).text("day", day.toString()).list(row -> new Row(row.getBoolean("compounded"),
        row.getInt("last_number"), row.getInt("waiting"), row.getInt("called_number")));
  }

  private static Line line(ResultSet row, boolean pharmacy) throws SQLException {
    int task = row.getInt("task");
    var step = Step.of(Task.of(task), row.getObject("cancelled_at") != null);
    int ticket = row.getInt("ticket");
    boolean atPharmacy = pharmacy && ticket > 0;
    var prescription = Optional.ofNullable(row.getString("prescription")).map("COMPOUNDED"::equals);
    return new Line(row.getString("code"), row.getLong("session"),
        row.getString("letter") + "-" + row.getInt("number"), new Hidden(row.getBytes("sealed")), row.getString("record"), row.getBoolean("jkn"),
        row.getBoolean("new_patient"), row.getString("source"), step,
        moment(row, "happened_at"), ticket > 0 ? Optional.of(row.getBoolean("compounded")) : prescription,
        ticket > 0 ? Optional.of(ticket) : Optional.empty(), row.getInt(atPharmacy ? "ticket_calls" : "calls"),
        moment(row, atPharmacy ? "ticket_called_at" : "called_at"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }
}
