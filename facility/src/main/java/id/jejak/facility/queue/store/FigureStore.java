package id.jejak.facility.queue.store;

import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How long patients wait, by set-based statements over what was recorded. Stateless, thread-safe. */
public final class FigureStore {
  /** Bookings with the times that hold: of each task the last turn. */
  private static final String VISIT = """
      with happened as (
        select distinct on (e.booking, e.task) e.booking, e.task, e.happened_at
          from queue.session s
          join queue.booking b on b.session = s.id
          join queue.event e on e.booking = b.code
         where s.day between :from::date and :until::date
         order by e.booking, e.task, e.turn desc
      ), visit as (
        select b.code, s.sub, s.doctor, b.new_patient, b.cancelled_at is not null as cancelled,
               b.prescription is not null or t.booking is not null as medicine,
               coalesce(t.compounded, b.prescription = 'COMPOUNDED') as compounded,
               max(h.happened_at) filter (where h.task = 1) as t1, max(h.happened_at) filter (where h.task = 2) as t2,
               max(h.happened_at) filter (where h.task = 3) as t3, max(h.happened_at) filter (where h.task = 4) as t4,
               max(h.happened_at) filter (where h.task = 5) as t5, max(h.happened_at) filter (where h.task = 6) as t6,
               max(h.happened_at) filter (where h.task = 7) as t7, count(*) filter (where h.task = 99) > 0 as absent
          from queue.booking b
          join queue.session s on s.id = b.session
          left join queue.pharmacy_ticket t on t.booking = b.code
          left join happened h on h.booking = b.code
         where s.day between :from::date and :until::date
         group by b.code, s.sub, s.doctor, t.booking, t.compounded
      )
      """;
  private static final String NAMED = """
        left join queue.clinic c on c.sub = g.sub
        left join queue.doctor d on d.code = g.doctor
       order by c.name nulls first, g.sub nulls first, d.name nulls first, g.doctor nulls first
      """;
  private static final Sql STEPS = Sql.of(VISIT + """
      , grouped as (
        select v.sub, v.doctor, p.step, count(*) as visits,
               percentile_cont(0.5) within group (order by p.seconds) as median,
               percentile_cont(0.9) within group (order by p.seconds) as p90, sum(p.seconds) as whole
          from visit v
         cross join lateral (values (1, extract(epoch from v.t2 - v.t1)), (2, extract(epoch from v.t3 - v.t2)),
                                    (3, extract(epoch from v.t4 - v.t3)), (4, extract(epoch from v.t5 - v.t4)),
                                    (5, extract(epoch from v.t6 - v.t5)), (6, extract(epoch from v.t7 - v.t6)))
               as p (step, seconds)
         where p.seconds >= 0 and (p.step > 1 or v.new_patient)
         group by grouping sets ((p.step), (p.step, v.sub), (p.step, v.sub, v.doctor))
      )
      select g.sub, c.name as clinic, g.doctor, d.name as doctor_name, g.step, g.visits, g.median, g.p90, g.whole
        from grouped g
      """ + NAMED.stripTrailing() + ", g.step");
  private static final Sql COUNTS = Sql.of(VISIT + """
      , grouped as (
        select v.sub, v.doctor, count(*) as bookings, count(*) filter (where v.cancelled) as cancelled,
               count(*) filter (where v.absent) as absent,
               count(*) filter (where coalesce(v.t1, v.t3) is not null) as came,
               count(*) filter (where v.t5 is not null or v.t7 is not null) as done,
               count(*) filter (where v.t3 < v.t4 and v.t4 < v.t5 and (not v.new_patient or v.t1 < v.t2 and v.t2 < v.t3)
                                  and (not v.medicine or v.t5 < v.t6 and v.t6 < v.t7)) as complete,
               count(*) filter (where v.t4 >= v.t3) as seen,
               count(*) filter (where v.t4 >= v.t3 and v.t4 - v.t3 <= make_interval(mins => :clinic)) as seen_in_time,
               count(*) filter (where v.t7 >= v.t5 and v.medicine) as given,
               count(*) filter (where v.t7 >= v.t5 and v.medicine and v.t7 - v.t5
                                  <= make_interval(mins => case when v.compounded then :compounded else :finished end))
                 as given_in_time
          from visit v
         group by grouping sets ((), (v.sub), (v.sub, v.doctor))
      )
      select g.sub, c.name as clinic, g.doctor, d.name as doctor_name, g.bookings, g.cancelled, g.absent, g.came, g.done,
             g.complete, g.seen, g.seen_in_time, g.given, g.given_in_time
        from grouped g
      """ + NAMED);

  /** What figures are about: everything, a clinic, or a doctor of a clinic. */
  public record Scope(Optional<String> sub, String clinic, Optional<Integer> doctor, String doctorName) {}

  /**
   * How long one step takes, over visits that have both its ends.
   *
   * @param step 1 wait at admission, 2 admission, 3 wait for the doctor, 4 with the doctor, 5 wait at the pharmacy, 6 until
   *     the medicine is handed over
   * @param median seconds
   * @param p90 seconds that nine of ten do not exceed
   * @param whole seconds of all visits together
   */
  public record Span(Scope scope, int step, int visits, long median, long p90, long whole) {}

  /** Visits by how far they came, how many have every task, and how many were in time. */
  public record Counts(Scope scope, int bookings, int cancelled, int absent, int came, int done, int complete, int seen,
      int seenInTime, int given, int givenInTime) {}

  /** Minutes that nobody should wait longer. */
  public record Targets(int clinic, int finished, int compounded) {}

  /** How long each step takes: of everything first, then by clinic, then by doctor. */
  public List<Span> spans(Handle handle, LocalDate from, LocalDate until) {
    return STEPS.in(handle).text("from", from.toString()).text("until", until.toString())
        .list(row -> new Span(scope(row), row.getInt("step"), row.getInt("visits"), Math.round(row.getDouble("median")),
            Math.round(row.getDouble("p90")), Math.round(row.getDouble("whole"))));
  }

  /** Counts of the same, in the same order. */
  public List<Counts> counts(Handle handle, LocalDate from, LocalDate until, Targets targets) {
    return COUNTS.in(handle).text("from", from.toString()).text("until", until.toString())
        .integer("clinic", targets.clinic()).integer("finished", targets.finished())
        .integer("compounded", targets.compounded())
        .list(row -> new Counts(scope(row), row.getInt("bookings"), row.getInt("cancelled"), row.getInt("absent"),
            row.getInt("came"), row.getInt("done"), row.getInt("complete"), row.getInt("seen"),
            row.getInt("seen_in_time"), row.getInt("given"), row.getInt("given_in_time")));
  }

  private static Scope scope(ResultSet row) throws SQLException {
    return new Scope(Optional.ofNullable(row.getString("sub")), Optional.ofNullable(row.getString("clinic")).orElse(""),
        Optional.ofNullable(row.getObject("doctor", Integer.class)),
        Optional.ofNullable(row.getString("doctor_name")).orElse(""));
  }
}
