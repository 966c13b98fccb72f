package id.jejak.antrean.http;

import id.jejak.antrean.contract.VclaimMessage;
import id.jejak.antrean.contract.vclaim.Peserta;
import id.jejak.antrean.contract.vclaim.Provider;
import id.jejak.antrean.contract.vclaim.Referrer;
import id.jejak.antrean.contract.vclaim.SepView;
import id.jejak.antrean.store.HfisStore;
import id.jejak.antrean.store.MemberStore;
import id.jejak.antrean.store.MemberStore.Member;
import id.jejak.antrean.store.VclaimStore;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How VClaim writes what several of its services show. Thread-safe. */
final class VclaimWords {
  /** First digits of a facility in the number of a referral. */
  private static final int FACILITY = 8;

  private final HfisStore doctors;
  private final MemberStore members;

  VclaimWords(HfisStore doctors, MemberStore members) {
    this.doctors = doctors;
    this.members = members;
  }

  static Stop stop(VclaimMessage message, String... values) {
    return new Stop(message.envelope(values));
  }

  static Reply rows(String name, List<?> rows) {
    if (rows.isEmpty()) {
      throw stop(VclaimMessage.NO_DATA);
    }
    return new Reply.One(VclaimMessage.SUCCESS.envelope(), java.util.Map.of(name, rows));
  }

  static Reply one(Object content) {
    return new Reply.One(VclaimMessage.SUCCESS.envelope(), content);
  }

  static Reply done() {
    return new Reply.Done(VclaimMessage.SUCCESS.envelope());
  }

  static String sex(Member member) {
    return member.sex().equals("L") ? "Laki-laki" : "Perempuan";
  }

  static String service(int kind) {
    return kind == 1 ? "Rawat Inap" : "Rawat Jalan";
  }

  Member member(Handle handle, String card) {
    return members.byCard(handle, card).orElseGet(() ->
        new Member(card, "", "", "", "", LocalDate.EPOCH, false));
  }

  String clinicName(Handle handle, String code) {
    return doctors.clinic(handle, code).map(HfisStore.Clinic::subName).orElse(code);
  }

  String doctorName(Handle handle, int id) {
    return doctors.doctor(handle, id).map(HfisStore.Doctor::name).orElse("");
  }

  SepView sep(Handle handle, Caller caller, VclaimStore.Sep sep) {
    var member = member(handle, sep.card());
    return new SepView(sep.number(), sep.issued().toString(), service(sep.service()),
        sep.clinic() + " - " + clinicName(handle, sep.clinic()), sep.diagnosis(),
        new Peserta(member.card(), member.name(), member.born().toString(), sex(member), "-"),
        new Provider(caller.hospital(), caller.hospitalName()),
        new Referrer(sep.referral().substring(0, Math.min(FACILITY, sep.referral().length())), "", "1",
            sep.referral(), sep.issued().toString()));
  }

}
