package id.jejak.antrean.http;

import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.Weekday;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.wire.ScheduleRow;
import id.jejak.antrean.domain.ScheduleChange;
import id.jejak.antrean.store.ChangeStore;
import id.jejak.antrean.store.HfisStore;
import id.jejak.antrean.store.HfisStore.Session;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Doctors' sessions as HFIS has them, and requests for other ones. Thread-safe. */
final class Hfis {
  private final Db db;
  private final HfisStore store;
  private final ChangeStore changes;
  private final Ids ids;
  private final InstantSource clock;

  Hfis(Db db, HfisStore store, ChangeStore changes, Ids ids, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  Reply schedule(Caller caller, Params params) {
    var clinic = params.path("kodepoli");
    var date = params.pathDate("tanggal");
    return db.transaction(tx -> {
      boolean holiday = store.holiday(tx, date);
      return new Reply.Rows(Message.OK, sessions(tx, caller.hospital(), clinic, date).stream()
          .map(session -> row(session, holiday, caller.later())).toList());
    });
  }

  private static ScheduleRow row(Session session, boolean holiday, boolean later) {
    int day = holiday ? Weekday.HOLIDAY : session.day();
    var hours = new Hours(session.open(), session.close());
    return new ScheduleRow(session.clinic().sub(), day, session.capacity(),
        holiday && session.day() != Weekday.HOLIDAY ? 1 : 0, Weekday.name(day),
        later ? hours.text() : hours.wideText(), session.clinic().subName(), session.doctor().name(),
        session.clinic().clinic(), session.clinic().clinicName(), session.doctor().id());
  }

  /** The sessions of a date; on a holiday those of the weekday are closed and those of day 8 open. */
  List<Session> sessions(Handle tx, String hospital, String clinic, LocalDate date) {
    settle(tx);
    var days = new ArrayList<>(List.of(Weekday.of(date)));
    if (store.holiday(tx, date)) {
      days.add(Weekday.HOLIDAY);
    }
    return store.sessions(tx, hospital, clinic, days);
  }

  /** The sessions of a date in which patients are seen. */
  List<Session> openSessions(Handle tx, String hospital, String clinic, LocalDate date) {
    boolean holiday = store.holiday(tx, date);
    return sessions(tx, hospital, clinic, date).stream()
        .filter(session -> !holiday || session.day() == Weekday.HOLIDAY).toList();
  }

  /** The sessions of a date in which patients are seen, at every clinic. */
  List<Session> openSessions(Handle tx, String hospital, LocalDate date) {
    settle(tx);
    return store.sessions(tx, hospital,
        List.of(store.holiday(tx, date) ? Weekday.HOLIDAY : Weekday.of(date)));
  }

  Reply change(Caller caller, Params params) {
    var clinic = params.text("kodepoli", Limits.CODE_LENGTH);
    var sub = params.text("kodesubspesialis", Limits.CODE_LENGTH);
    int doctor = params.integer("kodedokter", 1, Integer.MAX_VALUE);
    var week = week(params);
    var now = clock.instant();
    return db.transaction(tx -> {
      settle(tx);
      var known = store.sessionsOf(tx, caller.hospital(), doctor, clinic);
      if (known.isEmpty()) {
        throw Stop.with(Message.DOCTOR_UNKNOWN);
      }
      if (!ScheduleChange.open(now)) {
        throw Stop.with(Message.CHANGES_CLOSED);
      }
      var own = known.stream().map(session -> session.clinic().sub()).toList();
      changes.submit(tx, new ChangeStore.Kept(ids.next(), caller.hospital(), doctor,
          own.contains(sub) ? sub : own.getFirst(), week,
          new ScheduleChange(now, ScheduleChange.Verdict.NONE)), WibText.date(now));
      return Reply.done(Message.OK);
    });
  }

  private static ChangeStore.Week week(Params params) {
    var days = new ArrayList<Integer>();
    var hours = new ArrayList<Hours>();
    for (var one : params.objects("jadwal", Limits.SESSIONS)) {
      int day = one.integer("hari", 1, Weekday.HOLIDAY);
      var open = Hours.of(one.text("buka", Limits.CODE_LENGTH), one.text("tutup", Limits.CODE_LENGTH))
          .orElseThrow(() -> params.malformed("jadwal"));
      for (int i = 0; i < days.size(); i++) {
        if (days.get(i) == day && hours.get(i).overlaps(open)) {
          throw Stop.with(Message.SESSIONS_OVERLAP, Integer.toString(day));
        }
      }
      days.add(day);
      hours.add(open);
    }
    return new ChangeStore.Week(days, hours.stream().map(Hours::open).toList(),
        hours.stream().map(Hours::close).toList());
  }

  /** Puts into force what midnight has approved. Whoever looks at schedules does it first, so no job can be late. */
  void settle(Handle tx) {
    var now = clock.instant();
    var today = WibText.date(now);
    if (!changes.due(tx, today)) {
      return;
    }
    for (var kept : changes.lockDue(tx, today)) {
      if (kept.change().state(now) == ScheduleChange.State.IN_FORCE) {
        store.replace(tx, kept.hospital(), kept.doctor(), kept.sub(), kept.week().days(), kept.week().opens(),
            kept.week().closes());
      }
      changes.settle(tx, kept.id());
    }
  }

  /** The branch office's word on what a doctor's hospital asked for today; empty when there is nothing. */
  java.util.Optional<ScheduleChange.State> decide(String hospital, int doctor, boolean approve) {
    var now = clock.instant();
    return db.transaction(tx -> changes.lock(tx, hospital, doctor, WibText.date(now)).map(kept -> {
      var after = kept.change().decide(approve, now);
      if (after.verdict() != kept.change().verdict()) {
        changes.decide(tx, kept.id(), after.verdict(), now);
      }
      return after.state(now);
    }));
  }
}
