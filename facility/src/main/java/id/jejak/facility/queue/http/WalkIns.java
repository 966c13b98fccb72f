package id.jejak.facility.queue.http;

import id.jejak.facility.access.Purpose;
import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.DeskOperations;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.domain.Taking.Verdict;
import id.jejak.facility.queue.http.Numbers.Outcome;
import id.jejak.facility.queue.http.Numbers.Wish;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.PatientStore.NewPatient;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Numbers for who stands at the desk: the same numbering as everybody's, and BPJS is told. Thread-safe. */
final class WalkIns {
  private final Db db;
  private final Numbers numbers;
  private final PatientStore patients;
  private final Happenings happenings;
  private final Trail trail;
  private final Options options;
  private final InstantSource clock;

  WalkIns(Db db, Numbers numbers, PatientStore patients, Happenings happenings, Trail trail,
      Options options, InstantSource clock) {
    this.db = db;
    this.numbers = numbers;
    this.patients = patients;
    this.happenings = happenings;
    this.trail = trail;
    this.options = options;
    this.clock = clock;
  }

  Object add(DeskAsked asked) {
    var sub = asked.text("sub", Limits.CODE_LENGTH);
    int doctor = asked.integer("doctor", 1, Integer.MAX_VALUE)
        .orElseThrow(() -> DeskAsked.malformed("doctor", "the number of a doctor"));
    var day = asked.date("day").orElseGet(() -> options.zone().date(clock.instant()));
    var hours = Optional.of(asked.hours("hours"));
    boolean member = asked.flag("member").orElse(true);
    int kind = asked.integer("kind", 1, 4).orElse(1);
    var reference = asked.textOrEmpty("reference", Limits.CODE_LENGTH).orElse("");
    var record = asked.textOrEmpty("record", Limits.CODE_LENGTH);
    var newcomer = record.isPresent() ? Optional.<NewPatient>empty() : Optional.of(newcomer(asked));
    var found = numbers.find(sub, doctor, Optional.of(day), hours);
    var why = trail.staff(asked.actor(), DeskOperations.WALK_IN, Purpose.REGISTRATION);
    return db.transaction(tx -> {
      var person = person(tx, record, newcomer);
      var outcome = numbers.take(tx, new Wish(sub, doctor, Optional.of(day), hours, member ? person.card() : "",
          person.nik(), person.phone(), kind, member ? reference : ""), found, why);
      return switch (outcome) {
        case Outcome.Refused(var verdict) -> throw Desk.refused(word(verdict));
        case Outcome.Numbered(var session, var patient, var given) -> {
          happenings.added(tx, given.code());
          var view = new LinkedHashMap<String, Object>();
          view.put("code", given.code());
          view.put("number", session.number(given.number()));
          view.put("record", patient.record());
          view.put("new_patient", !patient.complete());
          view.put("estimate", session.estimate(given.number(), options.zone()).toString());
          yield (Map<String, Object>) view;
        }
      };
    });
  }

  private static NewPatient newcomer(DeskAsked asked) {
    var nik = asked.text("nik", Limits.CODE_LENGTH);
    if (!nik.matches("[0-9]{16}")) {
      throw DeskAsked.malformed("nik", "16 digits");
    }
    return new NewPatient("", asked.matchingOrEmpty("card", "[0-9]{13}", "13 digits"), nik,
        asked.text("name", Limits.FIELD_LENGTH), "", null, asked.textOrEmpty("phone", Limits.CODE_LENGTH).orElse(""),
        "", "", List.of(), false);
  }

  private Holder person(Handle tx, Optional<String> record, Optional<NewPatient> newcomer) {
    if (record.isPresent()) {
      return patients.byRecord(tx, record.get()).map(PatientStore.Found::holder)
          .orElseThrow(() -> DeskStop.with(DeskMessage.PATIENT_UNKNOWN));
    }
    var patient = newcomer.orElseThrow();
    patients.add(tx, patient, clock.instant()).orElseThrow(() ->
        Desk.refused("a patient with this nik or card is registered: give the record"));
    return patient.holder();
  }

  /** In the words that BPJS gets: the desk knows them. */
  private static String word(Verdict verdict) {
    return Numbers.refusal(verdict).envelope().message();
  }
}
