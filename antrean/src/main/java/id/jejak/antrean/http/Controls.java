package id.jejak.antrean.http;

import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.VclaimMessage;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.vclaim.Letter;
import id.jejak.antrean.contract.vclaim.LetterClinic;
import id.jejak.antrean.contract.vclaim.LetterDoctor;
import id.jejak.antrean.contract.vclaim.LetterRow;
import id.jejak.antrean.contract.vclaim.LetterView;
import id.jejak.antrean.domain.Referral;
import id.jejak.antrean.store.HfisStore;
import id.jejak.antrean.store.MemberStore;
import id.jejak.antrean.store.VclaimStore;
import id.jejak.kernel.db.Db;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Letters of control. Thread-safe. */
final class Controls {
  /** Reference kind of a letter. */
  private static final int CONTROL = 3;
  private static final int DAYS_GOOD = 30;

  private final Db db;
  private final VclaimStore store;
  private final HfisStore doctors;
  private final MemberStore members;
  private final Hfis hfis;
  private final VclaimWords words;
  private final InstantSource clock;

  Controls(Db db, VclaimStore store, HfisStore doctors, MemberStore members, Hfis hfis, VclaimWords words,
      InstantSource clock) {
    this.db = db;
    this.store = store;
    this.doctors = doctors;
    this.members = members;
    this.hfis = hfis;
    this.words = words;
    this.clock = clock;
  }

  private record Plan(String sep, int doctor, String clinic, LocalDate day, String clerk) {
    static Plan read(Params params) {
      return new Plan(params.text("noSEP", Limits.CODE_LENGTH), params.integer("kodeDokter", 1, Integer.MAX_VALUE),
          params.text("poliKontrol", Limits.CODE_LENGTH), params.date("tglRencanaKontrol"),
          params.text("user", Limits.NAME_LENGTH));
    }
  }

  Reply insert(Caller caller, Params params) {
    var plan = Plan.read(params.inside("request"));
    return db.transaction(tx -> {
      var sep = store.sep(tx, caller.hospital(), plan.sep())
          .orElseThrow(() -> VclaimWords.stop(VclaimMessage.SEP_UNKNOWN));
      var today = WibText.date(clock.instant());
      judge(tx, caller, plan, sep.card(), "");
      var letter = new VclaimStore.Letter(store.nextNumber(tx, caller.hospital(), "K", today), caller.hospital(),
          plan.sep(), sep.card(), plan.doctor(), plan.clinic(), plan.day(), today, plan.clerk());
      store.add(tx, letter);
      members.putReference(tx, letter.number(), reference(letter), today);
      return VclaimWords.one(shown(tx, letter));
    });
  }

  Reply update(Caller caller, Params params) {
    var request = params.inside("request");
    var number = request.text("noSuratKontrol", Limits.CODE_LENGTH);
    var plan = Plan.read(request);
    return db.transaction(tx -> {
      var old = own(tx, caller, number);
      if (!old.sep().equals(plan.sep())) {
        throw VclaimWords.stop(VclaimMessage.LETTER_UNKNOWN);
      }
      unused(tx, number);
      judge(tx, caller, plan, old.card(), number);
      var letter = new VclaimStore.Letter(number, caller.hospital(), plan.sep(), old.card(), plan.doctor(),
          plan.clinic(), plan.day(), old.issued(), plan.clerk());
      store.change(tx, letter);
      members.putReference(tx, number, reference(letter), old.issued());
      return VclaimWords.one(shown(tx, letter));
    });
  }

  Reply delete(Caller caller, Params params) {
    var letter = params.inside("request").inside("t_suratkontrol");
    var number = letter.text("noSuratKontrol", Limits.CODE_LENGTH);
    letter.text("user", Limits.NAME_LENGTH);
    return db.transaction(tx -> {
      store.lockMember(tx, own(tx, caller, number).card());
      own(tx, caller, number);
      unused(tx, number);
      store.remove(tx, number, clock.instant().atOffset(ZoneOffset.UTC));
      members.removeReference(tx, number);
      return VclaimWords.done();
    });
  }

  private VclaimStore.Letter own(Handle tx, Caller caller, String number) {
    return store.letter(tx, number).filter(letter -> letter.hospital().equals(caller.hospital()))
        .orElseThrow(() -> VclaimWords.stop(VclaimMessage.LETTER_UNKNOWN));
  }

  private void unused(Handle tx, String number) {
    if (members.reference(tx, number).filter(Referral::used).isPresent()) {
      throw VclaimWords.stop(VclaimMessage.LETTER_USED);
    }
  }

  /** Holds the member, so that two letters for one day cannot pass each other. */
  private void judge(Handle tx, Caller caller, Plan plan, String card, String number) {
    store.lockMember(tx, card);
    if (plan.day().isBefore(WibText.date(clock.instant()))) {
      throw VclaimWords.stop(VclaimMessage.DAY_PASSED);
    }
    if (doctors.clinic(tx, plan.clinic()).isEmpty()) {
      throw VclaimWords.stop(VclaimMessage.CLINIC_UNKNOWN);
    }
    if (hfis.openSessions(tx, caller.hospital(), plan.clinic(), plan.day()).stream()
        .noneMatch(session -> session.doctor().id() == plan.doctor())) {
      throw VclaimWords.stop(VclaimMessage.DOCTOR_UNKNOWN);
    }
    store.letterFor(tx, card, plan.day()).filter(other -> !other.number().equals(number)).ifPresent(other -> {
      throw VclaimWords.stop(VclaimMessage.PLANNED_ALREADY, plan.day().toString(), other.number());
    });
  }

  private static Referral reference(VclaimStore.Letter letter) {
    return new Referral(letter.card(), CONTROL, letter.planned().plusDays(DAYS_GOOD), false);
  }

  private Letter shown(Handle tx, VclaimStore.Letter letter) {
    var member = words.member(tx, letter.card());
    return new Letter(letter.number(), letter.planned().toString(), words.doctorName(tx, letter.doctor()),
        member.card(), member.name(), VclaimWords.sex(member), member.born().toString());
  }

  Reply doctors(Caller caller, Params params) {
    oneOfTwo(params, "jenis");
    var clinic = params.path("kdpoli");
    var day = params.pathDate("tanggal");
    return VclaimWords.rows("list", db.transaction(tx -> hfis.openSessions(tx, caller.hospital(), clinic, day)).stream()
        .map(session -> new LetterDoctor(Integer.toString(session.doctor().id()), session.doctor().name(),
            new Hours(session.open(), session.close()).wideText(), Integer.toString(session.capacity())))
        .toList());
  }

  Reply clinics(Caller caller, Params params) {
    boolean letter = oneOfTwo(params, "jenis") == 2;
    var number = params.path("nomor");
    var day = params.pathDate("tanggal");
    return VclaimWords.rows("list", db.transaction(tx -> {
      boolean known = letter ? store.sep(tx, caller.hospital(), number).isPresent()
          : members.byCard(tx, number).isPresent();
      return known ? clinics(tx, caller, day) : List.of();
    }));
  }

  private List<LetterClinic> clinics(Handle tx, Caller caller, LocalDate day) {
    var places = new LinkedHashMap<String, Integer>();
    hfis.openSessions(tx, caller.hospital(), day).forEach(session ->
        places.merge(session.clinic().sub(), session.capacity(), Integer::sum));
    return places.entrySet().stream().map(place -> {
      int planned = store.planned(tx, caller.hospital(), place.getKey(), day);
      return new LetterClinic(place.getKey(), words.clinicName(tx, place.getKey()),
          Integer.toString(place.getValue()), Integer.toString(planned), String.format(Locale.ROOT, "%.2f",
              place.getValue() == 0 ? 0.0 : 100.0 * planned / place.getValue()));
    }).toList();
  }

  private static int oneOfTwo(Params params, String name) {
    return switch (params.path(name)) {
      case "1" -> 1;
      case "2" -> 2;
      default -> throw params.malformed(name);
    };
  }

  Reply sep(Caller caller, Params params) {
    var number = params.path("nosep");
    return VclaimWords.one(db.read(handle -> store.sep(handle, caller.hospital(), number)
        .map(sep -> words.sep(handle, caller, sep))
        .orElseThrow(() -> VclaimWords.stop(VclaimMessage.SEP_UNKNOWN))));
  }

  Reply list(Caller caller, Params params) {
    var from = params.pathDate("awal");
    var to = params.pathDate("akhir");
    boolean planned = oneOfTwo(params, "filter") == 2;
    if (to.isBefore(from)) {
      throw params.malformed("akhir");
    }
    if (ChronoUnit.DAYS.between(from, to) >= Limits.VCLAIM_DAYS) {
      throw VclaimWords.stop(VclaimMessage.SPAN_TOO_LONG, Integer.toString(Limits.VCLAIM_DAYS));
    }
    return VclaimWords.rows("list", db.read(handle ->
        store.letters(handle, caller.hospital(), from, to, planned, Limits.LIST_MOST).stream()
            .map(letter -> row(handle, letter)).toList()));
  }

  Reply listOfCard(Caller caller, Params params) {
    var month = params.pathMonth("bulan", "tahun", false)
        .orElseThrow(() -> VclaimWords.stop(VclaimMessage.MONTH_MALFORMED));
    var card = params.path("noka");
    boolean planned = oneOfTwo(params, "filter") == 2;
    return VclaimWords.rows("list", db.read(handle ->
        store.lettersOf(handle, card, month.atDay(1), month.atEndOfMonth(), planned, Limits.LIST_MOST).stream()
            .map(letter -> row(handle, letter)).toList()));
  }

  private LetterRow row(Handle handle, VclaimStore.Letter letter) {
    var sep = store.sep(handle, letter.hospital(), letter.sep());
    var from = sep.map(VclaimStore.Sep::clinic).orElse("");
    boolean used = members.reference(handle, letter.number()).filter(Referral::used).isPresent();
    return new LetterRow(letter.number(), VclaimWords.service(sep.map(VclaimStore.Sep::service).orElse(2)), "2",
        "Surat Kontrol", letter.planned().toString(), letter.issued().toString(), letter.sep(), from,
        words.clinicName(handle, from), letter.clinic(), words.clinicName(handle, letter.clinic()),
        sep.map(one -> one.issued().toString()).orElse(""), Integer.toString(letter.doctor()),
        words.doctorName(handle, letter.doctor()), letter.card(), words.member(handle, letter.card()).name(),
        used ? "Sudah" : "Belum");
  }

  Reply get(Caller caller, Params params) {
    var number = params.path("nomor");
    return VclaimWords.one(db.read(handle -> {
      var letter = store.letter(handle, number).orElseThrow(() -> VclaimWords.stop(VclaimMessage.LETTER_UNKNOWN));
      var sep = store.sep(handle, letter.hospital(), letter.sep())
          .orElseThrow(() -> VclaimWords.stop(VclaimMessage.SEP_UNKNOWN));
      return new LetterView(letter.number(), letter.planned().toString(), letter.issued().toString(), "2",
          letter.clinic(), words.clinicName(handle, letter.clinic()), Integer.toString(letter.doctor()),
          words.doctorName(handle, letter.doctor()), "False", "Surat Kontrol", words.sep(handle, caller, sep));
    }));
  }
}
