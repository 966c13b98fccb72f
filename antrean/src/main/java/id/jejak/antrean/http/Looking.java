package id.jejak.antrean.http;

import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.Weekday;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.Words;
import id.jejak.antrean.contract.wire.RegistrationRow;
import id.jejak.antrean.contract.wire.WaitRow;
import id.jejak.antrean.domain.Chain;
import id.jejak.antrean.store.RegistrationStore;
import id.jejak.antrean.store.WaitStore;
import id.jejak.kernel.db.Db;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Bookings listed, and their times added up. Thread-safe. */
final class Looking {
  private final Db db;
  private final RegistrationStore registrations;
  private final WaitStore waits;
  private final InstantSource clock;

  Looking(Db db, RegistrationStore registrations, WaitStore waits, InstantSource clock) {
    this.db = db;
    this.registrations = registrations;
    this.waits = waits;
    this.clock = clock;
  }

  Reply ofDay(Caller caller, Params params) {
    var day = params.pathDate("tanggal");
    return rows(db.read(handle -> registrations.on(handle, caller.hospital(), day, Limits.LIST_MOST)));
  }

  Reply ofCode(Caller caller, Params params) {
    var code = params.path("kodebooking");
    return rows(db.read(handle -> registrations.as(handle, caller.hospital(), code)).stream().toList());
  }

  Reply open(Caller caller, Params params) {
    var today = WibText.date(clock.instant());
    return rows(db.read(handle -> registrations.open(handle, caller.hospital(), today, Limits.LIST_MOST)));
  }

  Reply ofSession(Caller caller, Params params) {
    var sub = params.path("kodepoli");
    int doctor = number(params, "kodedokter", Integer.MAX_VALUE);
    int day = number(params, "hari", Weekday.HOLIDAY);
    var hours = Hours.read(params.path("jampraktek")).orElseThrow(() -> params.malformed("jampraktek")).text();
    var today = WibText.date(clock.instant());
    return rows(db.read(handle ->
        registrations.open(handle, caller.hospital(), today, sub, doctor, hours, day, Limits.LIST_MOST)));
  }

  private static int number(Params params, String name, int most) {
    var text = params.path(name);
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
      throw params.malformed(name);
    }
    return Integer.parseInt(text);
  }

  private static Reply rows(List<RegistrationStore.Row> rows) {
    return new Reply.Rows(Message.OK_IN_CAPITALS, rows.stream().map(row ->
        new RegistrationRow(row.code(), row.day().toString(), row.sub(), row.doctor(), row.hours(), row.nik(),
            row.card(), row.phone(), row.record(), row.kind(), row.reference(), row.source(), row.member() ? 1 : 0,
            row.number(), row.estimate(), row.createdAt().toEpochMilli(), word(row.progress()))).toList());
  }

  private static String word(Chain.Progress progress) {
    return switch (progress) {
      case WAITING -> Words.WAITING;
      case BEING_SERVED -> Words.SERVED_NOW;
      case SERVED -> Words.SERVED;
      case CANCELLED -> Words.CANCELLED;
    };
  }

  Reply waitsOfDay(Caller caller, Params params) {
    var day = params.pathDate("tanggal");
    return waits(caller, params, day, day);
  }

  Reply waitsOfMonth(Caller caller, Params params) {
    var month = params.pathMonth("bulan", "tahun", false).orElseThrow(() -> Stop.with(Message.DATE_MALFORMED));
    return waits(caller, params, month.atDay(1), month.atEndOfMonth());
  }

  private Reply waits(Caller caller, Params params, LocalDate from, LocalDate to) {
    boolean server = switch (params.path("waktu")) {
      case "rs" -> false;
      case "server" -> true;
      default -> throw Stop.with(Message.VIEW_UNKNOWN);
    };
    long now = clock.millis();
    return new Reply.Rows(Message.OK_IN_CAPITALS, db.read(handle ->
        waits.between(handle, caller.hospital(), from, to, server, Limits.LIST_MOST)).stream()
        .map(row -> row(caller, row, now)).toList());
  }

  private static WaitRow row(Caller caller, WaitStore.Row row, long now) {
    var sums = row.sums();
    return new WaitRow(caller.hospital(), sums.get(0), mean(row, 4), row.bookings(), mean(row, 3), row.clinicName(),
        mean(row, 6), mean(row, 5), caller.hospitalName(), mean(row, 2), mean(row, 1), row.clinic(), sums.get(4),
        sums.get(3), sums.get(2), now, row.day().toString(), sums.get(1), sums.get(5));
  }

  private static long mean(WaitStore.Row row, int span) {
    long count = row.counts().get(span - 1);
    return count == 0 ? 0 : row.sums().get(span - 1) / count;
  }
}
