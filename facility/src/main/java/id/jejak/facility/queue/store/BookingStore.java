package id.jejak.facility.queue.store;

import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Rider;
import id.jejak.facility.access.Why;
import id.jejak.facility.queue.domain.Booking;
import id.jejak.facility.queue.domain.Happening;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.domain.Journey;
import id.jejak.facility.queue.domain.Patient;
import id.jejak.facility.queue.domain.Session;
import id.jejak.facility.queue.domain.Session.Places;
import id.jejak.facility.queue.domain.Task;
import id.jejak.facility.queue.store.ScheduleStore.Found;
import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Bookings and what happened to them. The row of a session is locked before those of its bookings, so whoever changes
 * either waits for the other and never around a corner. Whose a booking is lies sealed, and is found by hashes.
 * Thread-safe.
 */
public final class BookingStore {
  private static final String UNIQUE = "23505";
  /**
   * While there is one key of the index: equality lets the first plan, made of an empty table, be the right one for
   * ever.
   */
  private static final String KNOWN = """
      select p.record, p.complete,
             exists (select from queue.booking b
                      where b.nik = :nik and b.day = :day::date and b.active)
             or exists (select from queue.booking b
                         where b.card = :card and b.day = :day::date and b.active) as booked,
             (select b.day
                from queue.booking b
               where b.reference = :reference and b.reference <> '' and b.active) as reference_day,
             (select r.until from queue.referral r where r.number = :reference) as until
        from (values (1)) as one (row)
        left join queue.patient p on p.record = coalesce(
             (select q.record from queue.patient q where q.card = :card limit 1),
             (select q.record from queue.patient q where q.nik = :nik limit 1))
      """;
  /** While there are more. */
  private static final String KNOWN_BY_ANY = KNOWN.replace("= :nik", "= any(:niks)").replace("= :card", "= any(:cards)");
  private static final String SESSION = "select session.*, person.* from (" + ScheduleStore.NAMED
      + ") as session cross join (";
  private static final Sql PERSON = Sql.of(KNOWN);
  private static final Sql PERSON_BY_ANY = Sql.of(KNOWN_BY_ANY);
  private static final Sql GROUND = Sql.of(SESSION + KNOWN + ") as person");
  private static final Sql GROUND_BY_ANY = Sql.of(SESSION + KNOWN_BY_ANY + ") as person");
  /**
   * Number, place and booking in one statement: the session's row is the lock, and whoever waited for it looks again.
   * Without a place nothing is changed. A code of our pattern may have come from an earlier queue, hence the X.
   */
  private static final String TAKING = """
      with place as (
        update queue.session
           set last_number = last_number + 1, waiting = waiting + 1,
               taken_jkn = taken_jkn + :jkn::int, taken_other = taken_other + 1 - :jkn::int
         where id = :session and not closed
           and case when :jkn = 1 then taken_jkn < quota_jkn else taken_other < quota_other end
        returning id, day, letter, last_number, quota_jkn, taken_jkn, quota_other, taken_other
      ), named as (
        select p.*, to_char(p.day, 'DDMMYYYY') || p.letter
                    || case when p.last_number < 1000 then lpad(p.last_number::text, 3, '0')
                            else p.last_number::text end as pattern
          from place p
      ), done as (
        insert into queue.booking (code, session, number, day, jkn, key_id, sealed, index_key, nik, card, record,
                                   new_patient, kind, reference, source, created_at)
        select n.pattern || case when exists (select from queue.booking b where b.code = n.pattern) then 'X'
                                 else '' end, n.id, n.last_number,
               n.day, :jkn = 1, :key, :sealed, :index, :nik, :card, :record, :fresh,
               :kind::smallint, :reference, :source, :now
          from named n
        returning code
      ),
      NOTED
      select done.code, named.last_number, named.quota_jkn, named.taken_jkn, named.quota_other, named.taken_other
        from named, done
      """;
  private static final Sql TAKE = Sql.of(TAKING.replace("NOTED\n", Rider.NOTED));
  private static final Sql TAKE_BY_ANY = Sql.of(TAKING.replace("NOTED\n", Rider.NOTED_BY_ANY));
  /** Mobile JKN asks this all morning: what is shown, and no more columns. */
  private static final Sql REMAINING = Sql.of("""
      select asked.place, s.letter, b.number, c.name, d.name, s.called_number, s.seconds_each, b.waiting,
             b.cancelled_at is not null,
             (select count(*)
                from queue.booking o
               where o.session = b.session and o.number <= b.number and o.waiting)
        from unnest(:codes::text[]) with ordinality as asked (code, place)
        join queue.booking b on b.code = asked.code
        join queue.session s on s.id = b.session
        join queue.clinic c on c.sub = s.sub
        join queue.doctor d on d.code = s.doctor
      """);

  private static final Sql VISIT = Sql.of("select " + Rows.BOOKING + ", " + Rows.HAPPENING + """
      , array(select o.task from queue.owed o where o.booking = b.code order by o.task)::integer[] as owed
        from queue.booking b
        left join queue.event e on e.booking = b.code
       where b.code = :code
       order by e.task, e.turn
      """);
  private static final Sql ADD = Sql.of("""
      insert into queue.event (booking, task, turn, happened_at, recorded_at, source, by_name, reason)
      select :code, :task::smallint, coalesce(max(turn), 0) + 1, :at, :recorded, :source, :by, :reason
        from queue.event
       where booking = :code and task = :task
      """);
  private static final Sql OWE = Sql.of("insert into queue.owed (booking, task) values (:code, :task)");
  private static final Sql POLYCLINICS = Sql.of("""
      select s.sub, c.clinic
        from queue.booking b
        join queue.session s on s.id = b.session
        join queue.clinic c on c.sub = s.sub
       where b.code = :code
      """);
  private static final Sql CALLED = Sql.of("""
      update queue.booking
         set calls = calls + 1, called_at = :at
       where code = :code
      """);
  private static final Sql SERVED = Sql.of("update queue.booking set waiting = false where code = :code");
  private static final Sql ABSENT = Sql.of("""
      update queue.booking set waiting = false, active = false where code = :code
      """);
  private static final Sql CANCEL = Sql.of("""
      update queue.booking
         set waiting = false, active = false, cancelled_at = :at, cancel_reason = :reason
       where code = :code
      """);
  private static final Sql PRESCRIBE = Sql.of("update queue.booking set prescription = :kind where code = :code");

  /** What is known of whoever wants a number, and of what the visit leans on. */
  public record Person(Optional<Patient> patient, boolean bookedThatDay, Optional<LocalDate> referenceDay,
      Optional<LocalDate> referralUntil) {}

  /** A booking to be. */
  public record NewBooking(long session, boolean member, Holder holder, String record, boolean fresh, int kind,
      String reference, Booking.Source source, Instant now) {
    @Override
    public String toString() {
      return "NewBooking[***]";
    }
  }

  /** A number that was given, with the places that are left. */
  public record Given(String code, int number, Places jkn, Places other) {}

  /**
   * A booking in its queue, as far as its patient is shown it.
   *
   * @param called the number last called, 0 for none
   * @param waits neither cancelled, absent nor done at the clinic
   * @param people who still waits up to this one, himself included
   */
  public record Standing(String letter, int number, String clinic, String doctor, int called, int perPatient,
      boolean waits, boolean cancelled, int people) {
    /** Patients before and with this one; 0 when he waits no longer. */
    public int left() {
      return waits ? people : 0;
    }
  }

  /**
   * A booking and its session, and how far the patient has come.
   *
   * @param happenings in the order of tasks and then of corrections: the last one of a task holds
   */
  public record Visit(Session session, Booking booking, Journey journey, List<Happening> happenings) {}

  /**
   * What BPJS is to be told of a booking.
   *
   * @param tasks their ids, rising
   */
  public record Promised(String code, List<Integer> tasks) {}

  /** The patient, the day or the reference has a booking: somebody else was faster by a moment. */
  public static final class Clash extends RuntimeException {
    private static final long serialVersionUID = 1;

    Clash() {
      super("a booking of the same patient and day, or of the same reference", null, false, false);
    }
  }

  private final Safe safe;
  private final Trail trail;

  /** Bookings in a safe; who takes a number is noted in a trail. */
  public BookingStore(Safe safe, Trail trail) {
    this.safe = safe;
    this.trail = trail;
  }

  /**
   * Whether the database alone sees that a patient stands twice. If not, whoever takes a number is to be {@link
   * #alone}.
   */
  public boolean settled() {
    return safe.settled();
  }

  /** Waits for whoever takes a number for the same patient, while keys rotate; for the rest of the transaction. */
  public void alone(Handle tx, String card, String nik) {
    safe.alone(tx, nik, card);
  }

  /** Whose a booking is. */
  public Holder holder(Booking booking) {
    return safe.holder(booking.whose(), Safe.booking(booking.session(), booking.record()));
  }

  /** What is known of a person. */
  public Person person(Handle handle, String card, String nik, Optional<LocalDate> day, String reference) {
    return whose(handle, PERSON, PERSON_BY_ANY, card, nik)
        .text("day", day.map(LocalDate::toString).orElse(null)).text("reference", reference)
        .list(BookingStore::person).getFirst();
  }

  /** A look by card and identity number, under one key or under all. */
  private Sql.Call whose(Handle handle, Sql byOne, Sql byAny, String card, String nik) {
    return safe.settled() ? byOne.in(handle).bytes("card", safe.card(card)).bytes("nik", safe.nik(nik))
        : byAny.in(handle).bytes("cards", safe.cards(card)).bytes("niks", safe.niks(nik));
  }

  private static Person person(ResultSet row) throws SQLException {
    var record = row.getString("record");
    return new Person(record == null ? Optional.empty() : Optional.of(new Patient(record, row.getBoolean("complete"))),
        row.getBoolean("booked"), Optional.ofNullable(row.getObject("reference_day", LocalDate.class)),
        Optional.ofNullable(row.getObject("until", LocalDate.class)));
  }

  /**
   * Everything by which a wish for a number is judged, in one look; empty times and days find no session.
   *
   * @param session what is known of the session
   * @param person what is known of whoever wants the number
   */
  public record Ground(Found session, Person person) {}

  /** Looks for a session and a person at once. */
  public Ground ground(Handle handle, String sub, int doctor, Optional<LocalDate> day, Optional<LocalTime> open,
      Optional<LocalTime> close, String card, String nik, String reference) {
    return ScheduleStore.named(whose(handle, GROUND, GROUND_BY_ANY, card, nik), sub, doctor, day, open, close)
        .text("reference", reference).list(row -> new Ground(ScheduleStore.found(row), person(row))).getFirst();
  }

  /**
   * Gives the next number of a session, and notes in the audit why.
   *
   * @return empty when no place is left, and nothing was changed
   * @throws Clash when the patient has a number that day, or the reference is used
   */
  public Optional<Given> take(Handle handle, NewBooking booking, Optional<Why> why) {
    var kept = safe.row(booking.holder(), Safe.booking(booking.session(), booking.record()));
    boolean any = !safe.settled();
    try {
      return trail.ride((any ? TAKE_BY_ANY : TAKE).in(handle), any, why, Deed.WRITE, booking.holder())
          .bigint("session", booking.session()).integer("jkn", booking.member() ? 1 : 0)
          .bigint("key", kept.key()).bytes("sealed", kept.sealed()).bigint("index", kept.index())
          .bytes("nik", kept.nik()).bytes("card", kept.card()).text("record", booking.record())
          .flag("fresh", booking.fresh()).integer("kind", booking.kind()).text("reference", booking.reference())
          .text("source", booking.source().name()).instant("now", booking.now())
          .list(row -> new Given(row.getString("code"), row.getInt("last_number"),
              new Places(row.getInt("quota_jkn"), row.getInt("taken_jkn")),
              new Places(row.getInt("quota_other"), row.getInt("taken_other")))).stream().findFirst();
    } catch (Sql.Failed e) {
      if (e.getCause() instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())) {
        throw new Clash();
      }
      throw e;
    }
  }

  /** Where bookings stand, each in its place; empty for a code that is none. */
  public List<Optional<Standing>> standing(Handle handle, List<String> codes) {
    var found = new ArrayList<Optional<Standing>>(Collections.nCopies(codes.size(), Optional.empty()));
    REMAINING.in(handle).texts("codes", codes).list(row -> found.set((int) row.getLong(1) - 1, Optional.of(
        new Standing(row.getString(2), row.getInt(3), row.getString(4), row.getString(5), row.getInt(6),
            row.getInt(7), row.getBoolean(8), row.getBoolean(9), row.getInt(10)))));
    return found;
  }

  /** A booking, without a lock. */
  public Optional<Booking> find(Handle handle, String code) {
    return handle.createQuery("select " + Rows.BOOKING + " from queue.booking b where b.code = :code")
        .bind("code", code).map((rs, _) -> Rows.booking(rs)).findOne();
  }

  /** The bookings of a session, by number. */
  public List<Booking> ofSession(Handle handle, long session) {
    return handle.createQuery("select " + Rows.BOOKING + """
              from queue.booking b
             where b.session = :session
             order by b.number
            """).bind("session", session).map((rs, _) -> Rows.booking(rs)).list();
  }

  /** Codes of a session whose patients never came past admission, by number. */
  public List<String> notHere(Handle handle, long session) {
    return handle.createQuery("""
            select b.code
              from queue.booking b
             where b.session = :session and b.active and b.waiting
               and not exists (select from queue.event e where e.booking = b.code and e.task between 3 and 7)
             order by b.number
            """).bind("session", session).mapTo(String.class).list();
  }

  /** Locks a booking until the transaction ends, its session first; in one round trip. */
  public Optional<Visit> lock(Handle tx, String code) {
    return visit(ScheduleStore.lockingOf(tx, code), VISIT.in(tx).text("code", code));
  }

  /** A booking with its way so far, without a lock; in one round trip. */
  public Optional<Visit> visit(Handle handle, String code) {
    return visit(ScheduleStore.of(handle, code), VISIT.in(handle).text("code", code));
  }

  private static Optional<Visit> visit(Sql.Call session, Sql.Call way) {
    var both = Sql.both(session, Rows::session, way, Step::of);
    if (both.first().isEmpty() || both.second().isEmpty()) {
      return Optional.empty();
    }
    var booking = both.second().getFirst().booking();
    var owed = both.second().getFirst().owed();
    var happenings = both.second().stream().map(Step::happening).flatMap(Optional::stream).toList();
    return Optional.of(new Visit(both.first().getFirst(), booking, journey(booking, happenings, owed), happenings));
  }

  /** A row of a visit: the booking each time, with one thing that happened, or none. */
  private record Step(Booking booking, EnumSet<Task> owed, Optional<Happening> happening) {
    static Step of(ResultSet row) throws SQLException {
      var owed = EnumSet.noneOf(Task.class);
      for (var task : (Integer[]) row.getArray("owed").getArray()) {
        owed.add(Task.of(task).orElseThrow());
      }
      return new Step(Rows.booking(row), owed, row.getString("origin") == null ? Optional.empty()
          : Optional.of(Rows.happening(row)));
    }
  }

  private static Journey journey(Booking booking, List<Happening> happenings, EnumSet<Task> owed) {
    var times = new EnumMap<Task, Instant>(Task.class);
    happenings.forEach(one -> times.put(one.task(), one.at()));
    return new Journey(booking.newPatient(), booking.day(), booking.cancelledAt().isPresent(), times, owed);
  }

  /** To add what happened to a locked visit. */
  public Sql.Call adding(Handle tx, String code, Happening one) {
    return ADD.in(tx).text("code", code).integer("task", one.task().id()).instant("at", one.at())
        .instant("recorded", one.recordedAt()).text("source", one.origin().name()).text("by", one.by())
        .text("reason", one.reason());
  }

  /** To remember that a task was promised to BPJS. */
  public Sql.Call owing(Handle tx, String code, Task task) {
    return OWE.in(tx).text("code", code).integer("task", task.id());
  }

  /** A booking of a locked session is to be called. */
  public Sql.Call calling(Handle tx, String code, Instant at) {
    return CALLED.in(tx).text("code", code).instant("at", at);
  }

  /** A booking of a locked session is to wait no longer. */
  public Sql.Call serving(Handle tx, String code) {
    return SERVED.in(tx).text("code", code);
  }

  /** The patient of a booking of a locked session never came. */
  public Sql.Call missing(Handle tx, String code) {
    return ABSENT.in(tx).text("code", code);
  }

  /** To cancel a booking of a locked session. */
  public Sql.Call cancelling(Handle tx, String code, String reason, Instant at) {
    return CANCEL.in(tx).text("code", code).text("reason", reason).instant("at", at);
  }

  /** Codes of the polyclinic that a booking is for, the narrowest first; empty when there is no such booking. */
  public List<String> polyclinics(Handle handle, String code) {
    return POLYCLINICS.in(handle).text("code", code).list(row -> List.of(row.getString("sub"), row.getString("clinic")))
        .stream().findFirst().orElse(List.of());
  }

  /** To keep that a prescription was signed for a visit. */
  public Sql.Call prescribing(Handle tx, String code, boolean compounded) {
    return PRESCRIBE.in(tx).text("code", code).text("kind", compounded ? "COMPOUNDED" : "FINISHED");
  }

  /** The tasks that BPJS was promised of the bookings of a day, for who looks whether they arrived; by session and number. */
  public List<Promised> promised(Handle handle, LocalDate day) {
    return handle.createQuery("""
            select b.code, array_agg(o.task order by o.task)::integer[] as tasks
              from queue.session s
              join queue.booking b on b.session = s.id
              join queue.owed o on o.booking = b.code
             where s.day = :day
             group by s.letter, b.number, b.code
             order by length(s.letter), s.letter, b.number, b.code
            """).bind("day", day)
        .map((row, _) -> new Promised(row.getString("code"), List.of((Integer[]) row.getArray("tasks").getArray()))).list();
  }
}
