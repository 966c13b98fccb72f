package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.store.DisplayStore;
import id.jejak.facility.queue.store.DisplayStore.Display;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.PatientStore.NewPatient;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.facility.queue.store.SurgeryStore;
import id.jejak.facility.queue.store.SurgeryStore.Planned;
import id.jejak.facility.queue.store.WorldStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.ids.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes the demo world, without asking BPJS, so that the first request works at once. */
final class Demo {
  private static final Instant SINCE = Instant.parse("2021-05-01T01:00:00Z");

  /** The code of the demo world's screen: everybody knows it. */
  static final String DISPLAY = "ruang-tunggu-demo";

  private final Db db;
  private final WorldStore store;
  private final ScheduleStore sessions;
  private final PatientStore patients;
  private final SurgeryStore surgeries;
  private final DisplayStore displays;
  private final Options options;
  private final Ids ids;
  private final InstantSource clock;

  Demo(Db db, WorldStore store, ScheduleStore sessions, PatientStore patients, SurgeryStore surgeries,
      DisplayStore displays, Options options, Ids ids, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.sessions = sessions;
    this.patients = patients;
    this.surgeries = surgeries;
    this.displays = displays;
    this.options = options;
    this.ids = ids;
    this.clock = clock;
  }

  void prepare() {
    db.transaction(tx -> {
      if (store.empty(tx)) {
        fill(tx);
      }
      return true;
    });
  }

  void reset() {
    db.transaction(tx -> {
      store.clear(tx);
      fill(tx);
      return true;
    });
  }

  private void fill(Handle tx) {
    DemoWorld.CLINICS.forEach(one -> sessions.putClinic(tx, one));
    DemoWorld.DOCTORS.forEach(one -> sessions.putDoctor(tx, one));
    DemoWorld.week(options.secondsEach()).forEach(one -> sessions.putPractice(tx, one));
    sessions.addHoliday(tx, LocalDate.of(2021, 3, 14), "Hari Suci Nyepi");
    sessions.addHoliday(tx, LocalDate.of(2021, 5, 13), "Hari Raya Idul Fitri");
    DemoWorld.PATIENTS.forEach(one -> patients.add(tx, new NewPatient(one.record(), one.card(), one.nik(), one.name(),
        one.sex(), one.born(), "085635228888", "", "", List.of(), true), SINCE));
    var today = options.zone().date(clock.instant());
    patients.putReferral(tx, "102703010221P000001", today.minusDays(10));
    patients.putReferral(tx, "102703010221P000009", LocalDate.of(2021, 3, 10));
    sessions.open(tx, today, ids::next);
    displays.add(tx, new Display(1, "Ruang tunggu", List.of(), true, SINCE, ""), Tokens.hash(DISPLAY));
    var waiting = DemoWorld.PATIENTS.getLast();
    store.booking(tx, "16032021A001", today, 12345, LocalTime.of(8, 0), new Holder(waiting.card(), waiting.nik(),
        "085635228888"), waiting.record(), clock.instant());
    surgeries.put(tx, new Planned("123456ZXC", LocalDate.of(2019, 12, 11), "operasi gigi", "001", "Poli Bedah Mulut",
        true, "0000000924782", Instant.ofEpochMilli(1577417743000L)));
    surgeries.put(tx, new Planned("67890QWE", LocalDate.of(2019, 12, 13), "operasi mulut", "001", "Poli Bedah Mulut",
        false, "", Instant.ofEpochMilli(1577417743000L)));
    surgeries.put(tx, new Planned("OP-" + today, today.plusDays(3), "operasi gigi", "001", "Poli Bedah Mulut", false,
        "0000000000123", SINCE));
  }

  /** What {@code GET /sandbox/world} shows. */
  Map<String, Object> shown() {
    var paths = new LinkedHashMap<String, Object>();
    RsOperations.ALL.forEach(operation -> paths.put(Options.word(operation), options.placed(operation).path()));
    var world = new LinkedHashMap<String, Object>();
    world.put("username", options.username());
    world.put("password", options.password().reveal());
    world.put("base", options.base());
    world.put("paths", paths);
    world.put("kode_ppk", options.facility());
    return world;
  }
}
