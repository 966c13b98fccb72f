package id.jejak.antrean.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.wire.ClinicRow;
import id.jejak.antrean.contract.wire.DoctorRow;
import id.jejak.antrean.contract.wire.FingerprintClinicRow;
import id.jejak.antrean.contract.wire.FingerprintRow;
import id.jejak.antrean.store.HfisStore;
import id.jejak.antrean.store.MemberStore;
import id.jejak.kernel.db.Db;

/** Lists of reference: clinics, doctors, fingerprints. Thread-safe. */
final class References {
  private final Db db;
  private final HfisStore store;
  private final MemberStore members;

  References(Db db, HfisStore store, MemberStore members) {
    this.db = db;
    this.store = store;
    this.members = members;
  }

  Reply clinics(Caller caller, Params params) {
    return new Reply.Rows(Message.REFERENCE, db.read(store::clinics).stream()
        .map(one -> new ClinicRow(one.clinicName(), one.subName(), one.sub(), one.clinic())).toList());
  }

  Reply doctors(Caller caller, Params params) {
    return new Reply.Rows(Message.REFERENCE, db.read(store::doctors).stream()
        .map(one -> new DoctorRow(one.name(), one.id())).toList());
  }

  Reply fingerprintClinics(Caller caller, Params params) {
    return new Reply.Rows(Message.FINGERPRINT, db.read(store::clinics).stream().filter(HfisStore.Clinic::fingerprint)
        .map(one -> new FingerprintClinicRow(one.sub(), one.subName(), one.clinic(), one.clinicName())).toList());
  }

  Reply fingerprint(Caller caller, Params params) {
    var number = params.path("noidentitas");
    var member = db.read(handle -> switch (params.path("identitas")) {
      case "nik" -> members.byNik(handle, number);
      case "noka" -> members.byCard(handle, number);
      default -> throw Stop.with(Message.IDENTITY_UNKNOWN);
    }).orElseThrow(() -> Stop.with(Message.PATIENT_UNKNOWN));
    return new Reply.One(Envelope.of(Message.FINGERPRINT), new FingerprintRow(member.card(), member.nik(),
        member.born().toString(), member.fingerprint() ? 1 : 0));
  }
}
