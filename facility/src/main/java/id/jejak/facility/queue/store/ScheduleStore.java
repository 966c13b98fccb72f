package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Session;
import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/** Clinics, doctors, their weeks, and the sessions that come of them. Stateless, thread-safe. */
public final class ScheduleStore {
  private static final String FROM = """
        from queue.session s
        join queue.clinic c on c.sub = s.sub
        join queue.doctor d on d.code = s.doctor
      """;
  /** One row about a session that somebody named by {@code :sub, :doctor, :day, :open, :close}. */
  static final String NAMED = "select c0.name as known_clinic, d0.name as known_doctor,"
      + " exists (select from queue.holiday h where h.day = :day::date) as holiday, " + Rows.SESSION + """
        from (values (1)) as one (row)
        left join queue.clinic c0 on c0.sub = :sub
        left join queue.doctor d0 on d0.code = :doctor
        left join queue.session s on s.sub = :sub and s.doctor = :doctor and s.day = :day::date
                                 and s.open = :open::time and s.close = :close::time
        left join queue.clinic c on c.sub = s.sub
        left join queue.doctor d on d.code = s.doctor
      """;
  private static final Sql STATUS = Sql.of(NAMED);
  private static final String SESSION_OF = "select " + Rows.SESSION + FROM + """
       where s.id = (select b.session from queue.booking b where b.code = :booking)
      """;
  private static final Sql OF = Sql.of(SESSION_OF);
  private static final Sql LOCK_OF = Sql.of(SESSION_OF + "for update of s");
  private static final Sql LEAVE = Sql.of("""
      update queue.session
         set waiting = waiting - :waiting, taken_jkn = taken_jkn - :jkn, taken_other = taken_other - :other
       where id = :id
      """);
  private static final Sql CALL = Sql.of("""
      update queue.session set called_number = :number, called_at = :at where id = :id
      """);

  /** A subspecialty of a clinic. */
  public record Clinic(String sub, String subName, String clinic, String name) {}

  /** A doctor. */
  public record Doctor(int code, String name) {}

  /**
   * One session of a doctor's week.
   *
   * @param weekday 1 to 7, 8 for national holidays
   * @param secondsEach time for one patient
   */
  public record Practice(String sub, int doctor, int weekday, LocalTime open, LocalTime close, String letter,
      int quotaJkn, int quotaOther, int secondsEach) {}

  /** What is known of a session that somebody named. */
  public record Found(Optional<String> clinic, Optional<String> doctor, boolean holiday, Optional<Session> session) {}

  /** Looks for a session; empty times and days find none. */
  public Found find(Handle handle, String sub, int doctor, Optional<LocalDate> day, Optional<LocalTime> open,
      Optional<LocalTime> close) {
    return named(STATUS.in(handle), sub, doctor, day, open, close).list(ScheduleStore::found).getFirst();
  }

  static Sql.Call named(Sql.Call call, String sub, int doctor, Optional<LocalDate> day, Optional<LocalTime> open,
      Optional<LocalTime> close) {
    return call.text("sub", sub).integer("doctor", doctor).text("day", day.map(LocalDate::toString).orElse(null))
        .text("open", open.map(LocalTime::toString).orElse(null))
        .text("close", close.map(LocalTime::toString).orElse(null));
  }

  static Found found(ResultSet row) throws SQLException {
    return new Found(Optional.ofNullable(row.getString("known_clinic")),
        Optional.ofNullable(row.getString("known_doctor")), row.getBoolean("holiday"),
        row.getString("letter") == null ? Optional.empty() : Optional.of(Rows.session(row)));
  }

  /** The sessions of a day, by letter. */
  public List<Session> ofDay(Handle handle, LocalDate day) {
    return handle.createQuery("select " + Rows.SESSION + FROM + """
             where s.day = :day
             order by length(s.letter), s.letter
            """).bind("day", day).map((rs, _) -> Rows.session(rs)).list();
  }

  /** A session, without a lock. */
  public Optional<Session> byId(Handle handle, long id) {
    return handle.createQuery("select " + Rows.SESSION + FROM + " where s.id = :id").bind("id", id)
        .map((rs, _) -> Rows.session(rs)).findOne();
  }

  /** Locks the session of a booking until the transaction ends: always before the booking itself. */
  static Sql.Call lockingOf(Handle tx, String booking) {
    return LOCK_OF.in(tx).text("booking", booking);
  }

  /** The session of a booking, without a lock. */
  static Sql.Call of(Handle handle, String booking) {
    return OF.in(handle).text("booking", booking);
  }

  /** Locks a session until the transaction ends. */
  public Optional<Session> lock(Handle tx, long id) {
    return tx.createQuery("select " + Rows.SESSION + FROM + " where s.id = :id for update of s").bind("id", id)
        .map((rs, _) -> Rows.session(rs)).findOne();
  }

  /** Sessions before or on a day whose absent patients nobody looked for yet, oldest first. */
  public List<Session> unfinished(Handle handle, LocalDate until) {
    return handle.createQuery("select " + Rows.SESSION + FROM + """
             where s.day <= :until and not s.absent_done
             order by s.day, s.id
             limit 200
            """).bind("until", until).map((rs, _) -> Rows.session(rs)).list();
  }

  /** Nobody is missing any more. */
  public void finish(Handle tx, long session) {
    tx.createUpdate("update queue.session set absent_done = true where id = :id").bind("id", session).execute();
  }

  /** Makes the sessions of a day of the doctors' weeks, where they are not there yet. */
  public void open(Handle tx, LocalDate day, LongSupplier ids) {
    boolean holiday = holiday(tx, day);
    var batch = tx.prepareBatch("""
        insert into queue.session (id, sub, doctor, day, open, close, letter, quota_jkn, quota_other, seconds_each,
                                   closed)
        values (:id, :sub, :doctor, :day, :open, :close, :letter, :quotaJkn, :quotaOther, :secondsEach, :closed)
            on conflict do nothing
        """);
    for (var one : week(tx, day.getDayOfWeek().getValue(), holiday)) {
      batch.bindMethods(one).bind("id", ids.getAsLong()).bind("day", day)
          .bind("closed", holiday && one.weekday() != 8).add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static List<Practice> week(Handle tx, int weekday, boolean holiday) {
    return tx.createQuery("""
            select sub, doctor, weekday, open, close, letter, quota_jkn, quota_other, seconds_each
              from queue.practice
             where weekday = :weekday or weekday = 8 and :holiday
             order by letter, weekday
            """).bind("weekday", weekday).bind("holiday", holiday).map((rs, _) -> new Practice(rs.getString("sub"),
            rs.getInt("doctor"), rs.getInt("weekday"), rs.getObject("open", LocalTime.class),
            rs.getObject("close", LocalTime.class), rs.getString("letter"), rs.getInt("quota_jkn"),
            rs.getInt("quota_other"), rs.getInt("seconds_each"))).list();
  }

  /** Whether a day is a holiday. */
  public boolean holiday(Handle handle, LocalDate day) {
    return handle.createQuery("select exists (select from queue.holiday where day = :day)").bind("day", day)
        .mapTo(boolean.class).one();
  }

  /** Adds a holiday. */
  public void addHoliday(Handle tx, LocalDate day, String why) {
    tx.createUpdate("insert into queue.holiday (day, why) values (:day, :why) on conflict do nothing")
        .bind("day", day).bind("why", why).execute();
  }

  /** Adds a clinic, or names it anew. */
  public void putClinic(Handle tx, Clinic clinic) {
    tx.createUpdate("""
            insert into queue.clinic (sub, sub_name, clinic, name)
            values (:sub, :subName, :clinic, :name)
                on conflict (sub) do update set sub_name = excluded.sub_name, clinic = excluded.clinic
            """).bindMethods(clinic).execute();
  }

  /** The codes of all clinics, in order. */
  public List<String> clinics(Handle handle) {
    return handle.createQuery("select distinct clinic from queue.clinic order by clinic").mapTo(String.class).list();
  }

  /** Adds a doctor, or names one anew. */
  public void putDoctor(Handle tx, Doctor doctor) {
    tx.createUpdate("""
            insert into queue.doctor (code, name) values (:code, :name)
                on conflict (code) do update set name = excluded.name
            """).bindMethods(doctor).execute();
  }

  /** Puts a session into a doctor's week, or its places anew; places for others that somebody set stay. */
  public void putPractice(Handle tx, Practice practice) {
    tx.createUpdate("""
            insert into queue.practice (sub, doctor, weekday, open, close, letter, quota_jkn, quota_other, seconds_each)
            values (:sub, :doctor, :weekday, :open, :close, :letter, :quotaJkn, :quotaOther, :secondsEach)
                on conflict (sub, doctor, weekday, open, close) do update set quota_jkn = excluded.quota_jkn
            """).bindMethods(practice).execute();
  }

  /** Takes sessions of a weekday that are not among these out of a clinic's week; sessions already opened stay. */
  public int dropPractices(Handle tx, String clinic, int weekday, List<String> kept) {
    return tx.createUpdate("""
            delete from queue.practice p
             using queue.clinic c
             where c.sub = p.sub and c.clinic = :clinic and p.weekday = :weekday
               and p.sub || '|' || p.doctor || '|' || to_char(p.open, 'HH24:MI') || '-' || to_char(p.close, 'HH24:MI')
                   <> all(:kept)
            """).bind("clinic", clinic).bind("weekday", weekday)
        .bind("kept", id.jejak.kernel.db.SqlArray.texts(kept)).execute();
  }

  /**
   * Brings sessions to come in line with the week: places as HFIS has them, and no new numbers for hours that are no
   * more. Numbers that were given stay.
   */
  public void follow(Handle tx, LocalDate from) {
    tx.createUpdate("""
            update queue.session s
               set quota_jkn = p.quota_jkn
              from queue.practice p
             where s.day >= :from and p.sub = s.sub and p.doctor = s.doctor and p.open = s.open and p.close = s.close
               and p.weekday = extract(isodow from s.day) and s.quota_jkn <> p.quota_jkn
            """).bind("from", from).execute();
    tx.createUpdate("""
            update queue.session s
               set closed = true
             where s.day >= :from and not s.closed
               and not exists (select from queue.practice p
                                where p.sub = s.sub and p.doctor = s.doctor and p.open = s.open and p.close = s.close
                                  and (p.weekday = extract(isodow from s.day) or p.weekday = 8))
            """).bind("from", from).execute();
  }

  /**
   * The letter of a doctor's hours: the one they have on another day, else the next that nobody has.
   *
   * @param from sessions of this day and later keep their letters, also when their hours are no more
   */
  public String letter(Handle tx, String sub, int doctor, LocalTime open, LocalTime close, LocalDate from) {
    return tx.createQuery("""
            select letter
              from queue.practice
             where sub = :sub and doctor = :doctor and open = :open and close = :close
             order by weekday
             limit 1
            """).bind("sub", sub).bind("doctor", doctor).bind("open", open).bind("close", close)
        .mapTo(String.class).findOne().orElseGet(() -> {
          var used = tx.createQuery("""
                  select letter from queue.practice
                   union
                  select letter from queue.session where day >= :from
                   order by letter
                  """).bind("from", from).mapTo(String.class).list();
          int next = 0;
          while (used.contains(letter(next))) {
            next++;
          }
          return letter(next);
        });
  }

  /** A, B, ... Z, AA, AB, ... */
  static String letter(int place) {
    return (place < 26 ? "" : letter(place / 26 - 1)) + (char) ('A' + place % 26);
  }

  /** Changes places and doors of a session; false when there is no such session. */
  public boolean change(Handle tx, long id, Optional<Boolean> closed, Optional<Integer> quotaOther) {
    return tx.createUpdate("""
            update queue.session
               set closed = coalesce(cast(:closed as boolean), closed),
                   quota_other = coalesce(cast(:quotaOther as integer), quota_other)
             where id = :id
            """).bind("id", id).bind("closed", closed.orElse(null)).bind("quotaOther", quotaOther.orElse(null))
        .execute() == 1;
  }

  /** A booking of a locked session waits no longer, or holds no place any more. */
  public Sql.Call leaving(Handle tx, long session, boolean member, boolean waiting, boolean place) {
    return LEAVE.in(tx).bigint("id", session).integer("waiting", waiting ? 1 : 0)
        .integer("jkn", place && member ? 1 : 0).integer("other", place && !member ? 1 : 0);
  }

  /** A number of a locked session is called. */
  public Sql.Call calling(Handle tx, long session, int number, java.time.Instant at) {
    return CALL.in(tx).bigint("id", session).integer("number", number).instant("at", at);
  }
}
