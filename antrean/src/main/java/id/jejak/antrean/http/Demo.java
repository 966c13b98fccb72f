package id.jejak.antrean.http;

import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.Words;
import id.jejak.antrean.domain.Referral;
import id.jejak.antrean.domain.Task;
import id.jejak.antrean.store.BookingStore;
import id.jejak.antrean.store.BookingStore.Booking;
import id.jejak.antrean.store.ConsumerStore;
import id.jejak.antrean.store.MemberStore;
import id.jejak.antrean.store.VclaimStore;
import id.jejak.antrean.store.WorldStore;
import id.jejak.antrean.store.WorldStore.NewSep;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes the demo world. */
final class Demo {
  private static final Instant SINCE = Instant.parse("2021-05-01T01:00:00Z");

  private final Db db;
  private final WorldStore store;
  private final MemberStore members;
  private final BookingStore bookings;
  private final VclaimStore vclaim;
  private final SecretBox box;
  private final DemoWorld world;
  private final InstantSource clock;

  Demo(Db db, WorldStore store, MemberStore members, BookingStore bookings, VclaimStore vclaim, SecretBox box,
      DemoWorld world, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.members = members;
    this.bookings = bookings;
    this.vclaim = vclaim;
    this.box = box;
    this.world = world;
    this.clock = clock;
  }

  /** Makes the demo world when no consumer is known. */
  void prepare() {
    db.transaction(tx -> {
      if (store.empty(tx)) {
        fill(tx);
      }
      return true;
    });
  }

  /** Throws everything away and makes the demo world anew. */
  void reset() {
    db.transaction(tx -> {
      store.clear(tx);
      fill(tx);
      return true;
    });
  }

  private void fill(Handle tx) {
    var today = WibText.date(clock.instant());
    DemoWorld.CONSUMERS.forEach(one -> store.addConsumer(tx, new ConsumerStore.Kept(one.consId(), one.hospital(),
        one.hospitalName(), box.seal(one.consId(), new Secret(one.secret())), Tokens.hash(one.userKey())), SINCE));
    store.addClinics(tx, DemoWorld.CLINICS);
    store.addDoctors(tx, DemoWorld.DOCTORS);
    store.addSessions(tx, world.sessions());
    store.addMembers(tx, DemoWorld.MEMBERS);
    store.addHoliday(tx, LocalDate.of(2021, 3, 14), "Hari Suci Nyepi");
    store.addHoliday(tx, LocalDate.of(2021, 5, 13), "Hari Raya Idul Fitri");
    DemoWorld.REFERENCES.forEach(one -> members.putReference(tx, one.number(), new Referral(one.card(), one.kind(),
        today.plusDays(one.untilDays()), one.used()), today.plusDays(one.fromDays())));
    var hospital = DemoWorld.CONSUMERS.getFirst().hospital();
    store.addSeps(tx, List.of(
        new NewSep(hospital + "0321V000001", hospital, "0000000000013", today.minusDays(3), 2, "INT",
            "N18 - Chronic kidney disease", "1029R0021221K000012"),
        new NewSep(hospital + "0321V000002", hospital, "00012345678", today.minusDays(2), 2, "ANA",
            "J06.9 - Acute upper respiratory infection", "0001R0040116A000001")));
    // A letter of control on which an SEP was issued.
    vclaim.add(tx, new VclaimStore.Letter(hospital + "0221K000001", hospital, hospital + "0321V000002", "00012345678",
        12345, "ANA", today.minusDays(2), today.minusDays(9), "petugas"));
    members.putReference(tx, hospital + "0221K000001", new Referral("00012345678", 3, today.plusDays(28), true),
        today.minusDays(9));
    // The documents' two codes: one of Mobile JKN for today, one of yesterday with its first task.
    bookings.add(tx, booking("16032021A001", today, 1));
    bookings.add(tx, booking("Y03-20#1617068533", today.minusDays(1), 20));
    var came = today.minusDays(1).atTime(LocalTime.of(8, 5)).toInstant(WibText.WIB);
    bookings.task(tx, hospital, "Y03-20#1617068533",
        new BookingStore.Told(Task.ADMISSION_WAIT, came, came.plusSeconds(3))).update();
  }

  private Booking booking(String code, LocalDate day, int count) {
    var usual = world.usual();
    return new Booking(usual.hospital(), code, true, usual.card(), usual.nik(), "085635228888", usual.sub(),
        usual.record(), day, usual.doctor(), usual.hours(), 1, usual.reference(), "A-" + count, count,
        day.atTime(LocalTime.of(8, 0)).plusMinutes(5L * (count - 1)).toInstant(WibText.WIB).toEpochMilli(), true,
        Words.FROM_MOBILE, new byte[0], clock.instant());
  }
}
