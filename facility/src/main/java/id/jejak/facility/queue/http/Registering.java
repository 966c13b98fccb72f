package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.http.Gate.Reply;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.PatientStore.NewPatient;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Patients without a medical record. Thread-safe. */
final class Registering {
  private static final String CARD = "[0-9]{13}";
  private static final String NIK = "[0-9]{16}";
  /** The card of the documents' own sample has two digits less; the demo world takes it. */
  private static final String SAMPLE_CARD = "00012345678";

  /** A field with what is said when it is empty. */
  private record Field(String name, RsMessage empty) {}

  private static final List<Field> REGION = List.of(
      new Field("kodeprop", RsMessage.PROVINCE_CODE_EMPTY), new Field("namaprop", RsMessage.PROVINCE_EMPTY),
      new Field("kodedati2", RsMessage.REGENCY_CODE_EMPTY), new Field("namadati2", RsMessage.REGENCY_EMPTY),
      new Field("kodekec", RsMessage.DISTRICT_CODE_EMPTY), new Field("namakec", RsMessage.DISTRICT_EMPTY),
      new Field("kodekel", RsMessage.VILLAGE_CODE_EMPTY), new Field("namakel", RsMessage.VILLAGE_EMPTY),
      new Field("rw", RsMessage.RW_EMPTY), new Field("rt", RsMessage.RT_EMPTY));

  private final Db db;
  private final PatientStore patients;
  private final Trail trail;
  private final Options options;
  private final boolean demo;
  private final InstantSource clock;

  Registering(Db db, PatientStore patients, Trail trail, Options options, boolean demo, InstantSource clock) {
    this.db = db;
    this.patients = patients;
    this.trail = trail;
    this.options = options;
    this.demo = demo;
    this.clock = clock;
  }

  Reply register(Asked asked) {
    var patient = patient(asked);
    var why = trail.bpjs(RsOperations.REGISTER, Purpose.REGISTRATION);
    var record = db.transaction(tx -> {
      var added = patients.add(tx, patient, clock.instant());
      trail.touched(tx, why, added.isPresent() ? Deed.WRITE : Deed.READ, patient.holder());
      return added;
    }).orElseThrow(() -> Stop.with(RsMessage.PATIENT_THERE));
    return new Reply(RsMessage.REGISTERED, Optional.of(Map.of("norm", record)));
  }

  /** Reads in the order in which hospitals are examined. */
  private NewPatient patient(Asked asked) {
    var card = filled(asked, "nomorkartu", RsMessage.CARD_EMPTY);
    if (!card.matches(CARD) && !(demo && card.equals(SAMPLE_CARD))) {
      throw Stop.with(RsMessage.CARD_WRONG);
    }
    var nik = filled(asked, "nik", RsMessage.NIK_EMPTY);
    if (!nik.matches(NIK)) {
      throw Stop.with(RsMessage.NIK_WRONG);
    }
    var family = filled(asked, "nomorkk", RsMessage.FAMILY_CARD_EMPTY);
    var name = filled(asked, "nama", RsMessage.NAME_EMPTY);
    var sex = filled(asked, "jeniskelamin", RsMessage.SEX_EMPTY).toUpperCase(Locale.ROOT);
    var born = born(asked);
    var phone = filled(asked, "nohp", RsMessage.PHONE_EMPTY);
    var address = filled(asked, "alamat", RsMessage.ADDRESS_EMPTY);
    var region = REGION.stream().map(field -> filled(asked, field.name(), field.empty())).toList();
    if (!sex.equals("L") && !sex.equals("P")) {
      throw Stop.with(RsMessage.FIELD_MALFORMED, "Jenis Kelamin");
    }
    return new NewPatient("", card, nik, name, sex, born, phone, address, family, region, false);
  }

  /** Under the name of the later catalogue, or of the slides. */
  private LocalDate born(Asked asked) {
    var name = asked.given("tanggallahir") ? "tanggallahir" : "tanggalahir";
    if (!asked.given(name)) {
      throw Stop.with(RsMessage.BIRTH_EMPTY);
    }
    return asked.date(name).filter(date -> !date.isAfter(options.zone().date(clock.instant())))
        .orElseThrow(() -> Stop.with(RsMessage.BIRTH_WRONG));
  }

  private static String filled(Asked asked, String name, RsMessage empty) {
    var text = asked.shortened(name, Limits.FIELD_LENGTH);
    if (text.isEmpty()) {
      throw Stop.with(empty);
    }
    return text;
  }
}
