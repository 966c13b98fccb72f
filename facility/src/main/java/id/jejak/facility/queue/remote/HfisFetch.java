package id.jejak.facility.queue.remote;

import id.jejak.antrean.client.BpjsClient;
import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.wire.ClinicRow;
import id.jejak.antrean.contract.wire.ScheduleRow;
import id.jejak.facility.queue.domain.Zone;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.facility.queue.store.ScheduleStore.Clinic;
import id.jejak.facility.queue.store.ScheduleStore.Doctor;
import id.jejak.facility.queue.store.ScheduleStore.Practice;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Answer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Fetches the doctors' weeks from HFIS, which is their master: clinic by clinic, the next seven days. A clinic and day
 * that cannot be fetched keep what they had. Thread-safe.
 */
public final class HfisFetch {
  private static final int DAYS = 7;
  private static final int HOLIDAY = 8;

  private final Db db;
  private final ScheduleStore store;
  private final BpjsLine line;
  private final Zone zone;
  private final int othersPercent;
  private final int secondsEach;
  private final InstantSource clock;

  /** A fetch that gives new sessions places for others and time for each patient as set. */
  public HfisFetch(Db db, ScheduleStore store, BpjsLine line, Zone zone, int othersPercent, int secondsEach,
      InstantSource clock) {
    this.db = db;
    this.store = store;
    this.line = line;
    this.zone = zone;
    this.othersPercent = othersPercent;
    this.secondsEach = secondsEach;
    this.clock = clock;
  }

  /**
   * What came of a fetch.
   *
   * @param sessions rows of HFIS that were taken over
   * @param gone sessions of the week that HFIS has no more
   * @param trouble what could not be fetched or understood
   */
  public record Fetched(int sessions, int gone, List<String> trouble) {
    /** Copies the list. */
    public Fetched {
      trouble = List.copyOf(trouble);
    }
  }

  /** Fetches now. */
  public Fetched fetch() {
    var client = line.client();
    return client.isEmpty() ? new Fetched(0, 0, List.of("no address of BPJS, or no credentials, are set"))
        : fetch(client.get());
  }

  private Fetched fetch(BpjsClient client) {
    var trouble = new ArrayList<String>();
    rows(client.clinics(), "the list of clinics", trouble).ifPresent(this::keep);
    int sessions = 0;
    int gone = 0;
    var today = zone.date(clock.instant());
    for (var clinic : db.read(store::clinics)) {
      for (int i = 0; i < DAYS; i++) {
        var day = today.plusDays(i);
        var rows = rows(client.schedule(clinic, day), "clinic " + clinic + " on " + day, trouble);
        if (rows.isPresent()) {
          sessions += rows.get().size();
          gone += db.transaction(tx -> keep(tx, clinic, day, rows.get(), trouble));
        }
      }
    }
    db.transaction(tx -> {
      store.follow(tx, today);
      return true;
    });
    return new Fetched(sessions, gone, trouble);
  }

  private static <T> Optional<List<T>> rows(Answer<List<T>> answer, String what, List<String> trouble) {
    if (answer instanceof Answer.Done<List<T>>(var rows, _)) {
      return Optional.of(rows);
    }
    trouble.add(what + " could not be fetched");
    return Optional.empty();
  }

  private void keep(List<ClinicRow> rows) {
    db.transaction(tx -> {
      rows.forEach(row -> store.putClinic(tx, new Clinic(row.kdsubspesialis(), row.nmsubspesialis(), row.kdpoli(),
          row.nmpoli())));
      return true;
    });
  }

  private int keep(Handle tx, String clinic, LocalDate day, List<ScheduleRow> rows, List<String> trouble) {
    if (rows.stream().anyMatch(row -> row.libur() == 1)) {
      store.addHoliday(tx, day, "libur, HFIS");
    }
    var kept = new ArrayList<String>();
    for (var row : rows) {
      var hours = Hours.read(row.jadwal());
      if (hours.isEmpty()) {
        trouble.add("doctor " + row.kodedokter() + " on " + day + " has hours that are none");
        continue;
      }
      store.putClinic(tx, new Clinic(row.kodesubspesialis(), row.namasubspesialis(), row.kodepoli(), row.namapoli()));
      store.putDoctor(tx, new Doctor(row.kodedokter(), row.namadokter()));
      int weekday = row.libur() == 0 && row.hari() == HOLIDAY ? HOLIDAY : day.getDayOfWeek().getValue();
      int capacity = Math.max(0, row.kapasitaspasien());
      store.putPractice(tx, new Practice(row.kodesubspesialis(), row.kodedokter(), weekday, hours.get().open(),
          hours.get().close(), store.letter(tx, row.kodesubspesialis(), row.kodedokter(), hours.get().open(),
              hours.get().close(), zone.date(clock.instant())), capacity, capacity * othersPercent / 100, secondsEach));
      if (weekday != HOLIDAY) {
        kept.add(row.kodesubspesialis() + "|" + row.kodedokter() + "|" + hours.get().text());
      }
    }
    return store.dropPractices(tx, clinic, day.getDayOfWeek().getValue(), kept);
  }
}
