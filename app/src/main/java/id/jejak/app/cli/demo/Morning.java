package id.jejak.app.cli.demo;

import id.jejak.ttac.contract.barcode.BarcodeWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The morning on which the story is played: the clock of the demo world, and codes that are of this day alone, so that
 * it can be played again on the next. For one thread.
 */
final class Morning {
  static final String HOSPITAL = "demo-rs-sarana-a";
  static final String PHARMACY = "demo-apotek-sarana-b";
  static final String PHARMACIES = "/facility/v1/pharmacy";
  static final String AMLODIPINE = "DKL2499901310A1";
  static final String PARACETAMOL = "DKL2499900210A1";
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final int SHELF_YEARS = 2;
  private static final DateTimeFormatter CODE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

  private final DemoWire wire;
  private final LocalDate day;
  private final boolean again;

  /**
   * The next nine o'clock of the demo world.
   *
   * @param again whether the story may have been played before
   */
  Morning(DemoWire wire, boolean again) {
    this.wire = wire;
    this.again = again;
    var now = Instant.parse(wire.get("/sandbox/clock", "").path("now").asString()).atZone(JAKARTA);
    var nine = now.with(NINE).isAfter(now) ? now.with(NINE) : now.with(NINE).plusDays(1);
    day = nine.toLocalDate();
    wire.post("/sandbox/clock", "", Map.of("now", nine.toInstant().toString()));
  }

  LocalDate day() {
    return day;
  }

  /** Time goes on. */
  void pass(Duration time) {
    wire.post("/sandbox/clock", "", Map.of("advance", time.toString()));
  }

  Instant now() {
    return Instant.parse(wire.get("/sandbox/clock", "").path("now").asString());
  }

  /** What is of this day alone. */
  String code(String what) {
    return what + CODE.format(day);
  }

  String batch(String product) {
    return code(product.equals(AMLODIPINE) ? "AMD" : "PND");
  }

  LocalDate expiry() {
    return LocalDate.of(day.getYear() + SHELF_YEARS, 12, 31);
  }

  /** The barcode of a pack. */
  String pack(String product, int number) {
    return BarcodeWriter.separated(BarcodeWriter.byNie(product, batch(product), expiry(),
        String.format(Locale.ROOT, "%s%03d", batch(product), number)));
  }

  List<String> packs(String product, int from, int count) {
    var all = new ArrayList<String>();
    for (int i = from; i < from + count; i++) {
      all.add(pack(product, i));
    }
    return all;
  }

  /** Findings to accept: whoever was here yesterday was given the same then. */
  List<String> accepted() {
    return again ? List.of("DUPLICATE") : List.of();
  }
}
