package id.jejak.antrean.http;

import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.VclaimMessage;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.vclaim.Coded;
import id.jejak.antrean.contract.vclaim.ReferralView;
import id.jejak.antrean.contract.vclaim.ReferredMember;
import id.jejak.antrean.contract.vclaim.SpecialRow;
import id.jejak.antrean.domain.Referral;
import id.jejak.antrean.store.HfisStore;
import id.jejak.antrean.store.MemberStore;
import id.jejak.antrean.store.VclaimStore;
import id.jejak.kernel.db.Db;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Referrals to other hospitals, and special ones. Thread-safe. */
final class Referrals {
  /** Reference kind of a referral from another hospital. */
  private static final int FROM_HOSPITAL = 4;
  private static final int DAYS_GOOD = 90;
  private static final String CODE = "[A-Za-z0-9.;/-]{1,40}";

  private final Db db;
  private final VclaimStore store;
  private final HfisStore clinics;
  private final MemberStore members;
  private final VclaimWords words;
  private final InstantSource clock;

  Referrals(Db db, VclaimStore store, HfisStore clinics, MemberStore members, VclaimWords words,
      InstantSource clock) {
    this.db = db;
    this.store = store;
    this.clinics = clinics;
    this.members = members;
    this.words = words;
    this.clock = clock;
  }

  Reply specials(Caller caller, Params params) {
    var month = params.pathMonth("bulan", "tahun", true)
        .orElseThrow(() -> VclaimWords.stop(VclaimMessage.MONTH_MALFORMED));
    return VclaimWords.rows("rujukan", db.read(handle ->
        store.specials(handle, caller.hospital(), month.atDay(1), month.atEndOfMonth(), Limits.LIST_MOST).stream()
            .map(one -> new SpecialRow(Long.toString(one.id()), one.referral(), one.card(),
                words.member(handle, one.card()).name(), one.diagnoses().getFirst(), one.from().toString(),
                one.until().toString()))
            .toList()));
  }

  Reply insertSpecial(Caller caller, Params params) {
    var number = params.text("noRujukan", Limits.CODE_LENGTH);
    var diagnoses = codes(params, "diagnosa");
    var procedures = params.has("procedure") ? codes(params, "procedure") : List.<String>of();
    var clerk = params.text("user", Limits.NAME_LENGTH);
    var today = WibText.date(clock.instant());
    return db.transaction(tx -> {
      var referral = members.reference(tx, number)
          .orElseThrow(() -> VclaimWords.stop(VclaimMessage.REFERRAL_UNKNOWN));
      var special = new VclaimStore.Special(0, caller.hospital(), number, referral.card(), diagnoses, procedures,
          today, today.plusDays(DAYS_GOOD), clerk);
      if (!store.add(tx, special)) {
        throw VclaimWords.stop(VclaimMessage.REFERRAL_THERE);
      }
      return VclaimWords.one(Map.of("rujukan", new SpecialRow(id(tx, caller, special), number, special.card(),
          words.member(tx, special.card()).name(), diagnoses.getFirst(), special.from().toString(),
          special.until().toString())));
    });
  }

  private String id(Handle tx, Caller caller, VclaimStore.Special special) {
    return store.specials(tx, caller.hospital(), special.from(), special.from(), Limits.LIST_MOST).stream()
        .filter(one -> one.referral().equals(special.referral())).findFirst()
        .map(one -> Long.toString(one.id())).orElse("");
  }

  private static List<String> codes(Params params, String name) {
    return params.objects(name, Limits.DIAGNOSES).stream().map(one -> one.matching("kode", CODE)).toList();
  }

  Reply deleteSpecial(Caller caller, Params params) {
    var asked = params.inside("request").inside("t_rujukan");
    long id = asked.number("idRujukan").orElseThrow(() -> asked.empty("idRujukan"));
    var number = asked.text("noRujukan", Limits.CODE_LENGTH);
    asked.text("user", Limits.NAME_LENGTH);
    return db.transaction(tx -> {
      if (!store.remove(tx, caller.hospital(), id, number)) {
        throw VclaimWords.stop(VclaimMessage.REFERRAL_UNKNOWN);
      }
      return VclaimWords.done();
    });
  }

  Reply insert(Caller caller, Params params) {
    var asked = params.inside("request").inside("t_rujukan");
    var sepNumber = asked.text("noSep", Limits.CODE_LENGTH);
    var day = asked.date("tglRujukan");
    var target = asked.text("ppkDirujuk", Limits.CODE_LENGTH);
    int service = asked.integer("jnsPelayanan", 1, 2);
    var remark = asked.textOrEmpty("catatan", Limits.REMARK_LENGTH).orElse("");
    var diagnosis = asked.matching("diagRujukan", CODE);
    int kind = asked.integer("tipeRujukan", 0, 2);
    var clinic = kind == 2 ? asked.textOrEmpty("poliRujukan", Limits.CODE_LENGTH).orElse("")
        : asked.text("poliRujukan", Limits.CODE_LENGTH);
    var clerk = asked.text("user", Limits.NAME_LENGTH);
    return db.transaction(tx -> {
      var sep = store.sep(tx, caller.hospital(), sepNumber)
          .orElseThrow(() -> VclaimWords.stop(VclaimMessage.SEP_UNKNOWN));
      known(tx, clinic);
      var referral = new VclaimStore.Referral(store.nextNumber(tx, caller.hospital(), "B", day), caller.hospital(),
          sepNumber, sep.card(), day, day, target, service, remark, diagnosis, kind, clinic, clerk);
      store.add(tx, referral);
      if (kind == 0) {
        members.putReference(tx, referral.number(),
            new Referral(sep.card(), FROM_HOSPITAL, day.plusDays(DAYS_GOOD), false), day);
      }
      return kind == 1 ? VclaimWords.done() : VclaimWords.one(Map.of("rujukan", shown(tx, caller, referral)));
    });
  }

  private void known(Handle tx, String clinic) {
    if (!clinic.isEmpty() && clinics.clinic(tx, clinic).isEmpty()) {
      throw VclaimWords.stop(VclaimMessage.CLINIC_UNKNOWN);
    }
  }

  private ReferralView shown(Handle tx, Caller caller, VclaimStore.Referral referral) {
    var member = words.member(tx, referral.card());
    return new ReferralView(new Coded(caller.hospital(), caller.hospitalName()),
        new Coded(referral.diagnosis(), referral.diagnosis()), referral.number(),
        new ReferredMember(VclaimWords.sex(member), member.name(), member.card(), member.record(),
            member.born().toString()),
        new Coded(referral.clinic(), referral.clinic().isEmpty() ? "" : words.clinicName(tx, referral.clinic())),
        referral.issued().plusDays(DAYS_GOOD).toString(), referral.planned().toString(),
        referral.issued().toString(), new Coded(referral.target(), ""));
  }

  Reply update(Caller caller, Params params) {
    var asked = params.inside("request").inside("t_rujukan");
    var number = asked.text("noRujukan", Limits.CODE_LENGTH);
    var target = asked.text("ppkDirujuk", Limits.CODE_LENGTH);
    int service = asked.integer("jnsPelayanan", 1, 2);
    var remark = asked.textOrEmpty("catatan", Limits.REMARK_LENGTH).orElse("");
    var diagnosis = asked.matching("diagRujukan", CODE);
    int kind = asked.integer("tipeRujukan", 0, 2);
    var clinic = asked.textOrEmpty("poliRujukan", Limits.CODE_LENGTH).orElse("");
    var clerk = asked.text("user", Limits.NAME_LENGTH);
    return db.transaction(tx -> {
      known(tx, clinic);
      if (!store.change(tx, caller.hospital(), number, target, service, remark, diagnosis, kind, clinic, clerk)) {
        throw VclaimWords.stop(VclaimMessage.REFERRAL_UNKNOWN);
      }
      return VclaimWords.one(number);
    });
  }
}
