package id.jejak.antrean.http;

import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.Words;
import id.jejak.antrean.domain.Chain;
import id.jejak.antrean.domain.Referral;
import id.jejak.antrean.domain.Task;
import id.jejak.antrean.store.BookingStore;
import id.jejak.antrean.store.BookingStore.Booking;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bookings told and cancelled. Thread-safe. */
final class Queueing {
  private static final Logger LOG = LoggerFactory.getLogger(Queueing.class);
  private static final List<String> KINDS = List.of(Words.JKN, Words.NON_JKN);

  private final Db db;
  private final BookingStore bookings;
  private final Hfis hfis;
  private final Options options;
  private final InstantSource clock;

  Queueing(Db db, BookingStore bookings, Hfis hfis, Options options, InstantSource clock) {
    this.db = db;
    this.bookings = bookings;
    this.hfis = hfis;
    this.options = options;
    this.clock = clock;
  }

  Reply add(Caller caller, Params params) {
    var booking = booking(caller, params);
    var ground = ground(booking);
    if (ground.content().isPresent()) {
      if (!MessageDigest.isEqual(ground.content().get(), booking.content())) {
        LOG.warn("hospital {} told a booking again with other content; the first one stands", booking.hospital());
      }
      throw Stop.with(Message.BOOKING_TAKEN);
    }
    judge(booking, ground);
    if (!db.read(handle -> bookings.add(handle, booking))) { // told a second time at the same moment
      throw Stop.with(Message.BOOKING_TAKEN);
    }
    return Reply.done(Message.OK);
  }

  /** One look, and one statement that stands alone: neither needs what the other saw to hold. */
  private BookingStore.Ground ground(Booking booking) {
    var today = WibText.date(clock.instant());
    var ground = db.read(handle -> bookings.ground(handle, booking, today));
    if (!ground.changesDue()) {
      return ground;
    }
    return db.transaction(tx -> {
      hfis.settle(tx);
      return bookings.ground(tx, booking, today);
    });
  }

  /** Reads in the order of the document's table. */
  private Booking booking(Caller caller, Params params) {
    var code = params.text("kodebooking", Limits.BOOKING_LENGTH);
    var kindName = params.has("jenis pasien") && !params.has("jenispasien") ? "jenis pasien" : "jenispasien";
    boolean member = Words.among(KINDS, params.text(kindName, Limits.CODE_LENGTH))
        .orElseThrow(() -> params.malformed("jenispasien")).equals(Words.JKN);
    var card = member ? params.matching("nomorkartu", "[0-9]{1," + Limits.CARD_LENGTH + "}")
        : params.textOrEmpty("nomorkartu", Limits.CODE_LENGTH).orElse("");
    var nik = params.matching("nik", "[0-9]{" + Limits.NIK_LENGTH + "}");
    var phone = params.text("nohp", Limits.CODE_LENGTH);
    var sub = params.text("kodepoli", Limits.CODE_LENGTH);
    params.textOrEmpty("namapoli", Limits.NAME_LENGTH);
    boolean fresh = params.has("pasienbaru") && params.integer("pasienbaru", 0, 1) == 1;
    var record = params.text("norm", Limits.CODE_LENGTH);
    var day = params.date("tanggalperiksa");
    int doctor = params.integer("kodedokter", 1, Integer.MAX_VALUE);
    params.textOrEmpty("namadokter", Limits.NAME_LENGTH);
    var hours = Hours.read(params.text("jampraktek", Limits.CODE_LENGTH))
        .orElseThrow(() -> params.malformed("jampraktek")).text();
    int kind = kind(params);
    var reference = member ? params.text("nomorreferensi", Limits.NAME_LENGTH)
        : params.textOrEmpty("nomorreferensi", Limits.NAME_LENGTH).orElse("");
    var number = params.text("nomorantrean", Limits.CODE_LENGTH);
    int count = params.integer("angkaantrean", 1, Integer.MAX_VALUE);
    long estimate = params.millis("estimasidilayani").toEpochMilli();
    for (var quota : List.of("sisakuotajkn", "kuotajkn", "sisakuotanonjkn", "kuotanonjkn")) {
      params.number(quota);
    }
    params.textOrEmpty("keterangan", Limits.REMARK_LENGTH);
    return new Booking(caller.hospital(), code, member, card, nik, phone, sub, record, day, doctor, hours, kind,
        reference, number, count, estimate, fresh, Words.FROM_HOSPITAL,
        Tokens.hash(new String(params.whole(), StandardCharsets.UTF_8)), clock.instant());
  }

  private static int kind(Params params) {
    long kind = params.number("jeniskunjungan").orElseThrow(() -> params.empty("jeniskunjungan"));
    if (kind < 1 || kind > 4) {
      throw Stop.with(Message.VISIT_KIND_UNKNOWN);
    }
    return (int) kind;
  }

  private void judge(Booking booking, BookingStore.Ground ground) {
    if (WibText.date(clock.instant()).isAfter(booking.day().plusDays(Limits.DAYS_AFTER))) {
      throw Stop.with(Message.VISIT_DAY_PASSED);
    }
    if (!ground.clinic()) {
      throw Stop.with(Message.CLINIC_UNKNOWN);
    }
    var doctor = ground.doctor().orElseThrow(() -> Stop.with(Message.DOCTOR_UNKNOWN));
    if (!ground.open()) {
      throw Stop.with(Message.SESSION_UNKNOWN, doctor);
    }
    if (booking.member()) {
      judgeReference(booking, ground.reference());
    }
  }

  private void judgeReference(Booking booking, Optional<Referral> known) {
    if (!booking.reference().matches("[A-Za-z0-9]{1," + Limits.REFERENCE_LENGTH + "}")) {
      throw Stop.with(Message.REFERENCE_INVALID);
    }
    if (known.isEmpty()) {
      if (options.strictReferences()) {
        throw Stop.with(Message.REFERENCE_INVALID);
      }
      return;
    }
    switch (known.get().judge(booking.card(), booking.kind(), booking.day())) {
      case FIT -> { }
      case UNFIT -> throw Stop.with(Message.REFERENCE_UNFIT);
      case EXPIRED -> throw Stop.with(Message.REFERENCE_EXPIRED);
      case USED -> throw Stop.with(Message.REFERENCE_USED);
    }
  }

  Reply cancel(Caller caller, Params params) {
    var code = params.text("kodebooking", Limits.BOOKING_LENGTH);
    var reason = params.textOrEmpty("keterangan", Limits.REMARK_LENGTH).orElse("");
    return db.transaction(tx -> {
      var chain = bookings.lock(tx, caller.hospital(), code).orElseThrow(() -> Stop.with(Message.BOOKING_UNKNOWN));
      if (chain.progress() == Chain.Progress.CANCELLED) {
        throw Stop.with(Message.BOOKING_CANCELLED);
      }
      if (chain.told().containsKey(Task.CLINIC_SERVICE)) {
        throw Stop.with(Message.BOOKING_SERVED);
      }
      bookings.cancel(tx, caller.hospital(), code, reason, clock.instant());
      return Reply.done(Message.OK);
    });
  }

  Reply addPharmacy(Caller caller, Params params) {
    var code = params.text("kodebooking", Limits.BOOKING_LENGTH);
    var kind = Words.among(Words.PHARMACY_PRESCRIPTIONS, params.text("jenisresep", Limits.CODE_LENGTH))
        .orElseThrow(() -> Stop.with(Message.PRESCRIPTION_UNKNOWN));
    int number = params.integer("nomorantrean", 1, Integer.MAX_VALUE);
    var remark = params.textOrEmpty("keterangan", Limits.REMARK_LENGTH).orElse("");
    return db.transaction(tx -> {
      var chain = bookings.lock(tx, caller.hospital(), code).orElseThrow(() -> Stop.with(Message.BOOKING_UNKNOWN));
      if (chain.progress() == Chain.Progress.CANCELLED) {
        throw Stop.with(Message.BOOKING_CANCELLED);
      }
      if (!bookings.addPharmacy(tx, caller.hospital(), code, kind, number, remark, clock.instant())) {
        throw Stop.with(Message.BOOKING_TAKEN);
      }
      return Reply.done(Message.OK);
    });
  }
}
