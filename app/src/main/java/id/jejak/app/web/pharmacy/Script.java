package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;

import id.jejak.app.web.ground.Page;
import id.jejak.facility.pharmacy.domain.Signa;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A prescription as the counter shows it. */
public record Script(String id, String number, String nrn, String patient, String name, String born, String doctor,
    String doctorId, String coverage, String written, List<Line> lines, List<Given> given,
    List<Bench.Finding> findings) {
  /**
   * A line of it.
   *
   * @param words how it is taken, for the patient
   * @param dispensed here, as it is now; what is given names it, so that nothing is given twice
   * @param now units that may be given now
   * @param take where it lies, what expires first at the head
   */
  public record Line(String id, boolean compound, boolean byDose, String name, String signa, String words,
      BigDecimal quantity, String unit, String dispensed, int repeats, int supply, BigDecimal now, String left,
      List<Ingredient> ingredients, List<Shelf> take, List<Made> made, List<Bench.Finding> findings) {
    /** Whether what is on the tray is all that may be given now. */
    public boolean full(Tray tray) {
      var given = tray.of(id).stream().filter(item -> !compound || item.barcode().isEmpty()).map(Tray.Item::units)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
      return now.signum() == 0 || given.compareTo(now) >= 0;
    }

    /** Whether packs were scanned for it that are not yet made into it. */
    public boolean toMake(Tray tray) {
      return compound && tray.of(id).stream().anyMatch(item -> !item.barcode().isEmpty());
    }
  }

  /**
   * What goes into a compound.
   *
   * @param whole of it for all pieces, with its unit
   */
  public record Ingredient(String name, String amount, String unit, String per, String whole) {}

  /** A place where packs lie. */
  public record Shelf(String place, String name, String batch, String expiry, String packs, String units,
      boolean opened) {}

  /** A compound that was made and not all given. */
  public record Made(String id, String left, String unit, String bestBy) {}

  /**
   * Something given before.
   *
   * @param takenBack why it was taken back since, in the reader's language; empty when it was not
   */
  public record Given(String id, String line, String at, String quantity, String unit, String takenBack) {}

  /** Reads a prescription. */
  static Script of(Page page, JsonNode one, JsonNode who) {
    var lines = one.path("lines").valueStream().map(line -> line(page, one, line)).toList();
    var given = one.path("given").valueStream().map(row -> new Given(text(row, "id"), text(row, "line"), moment(page,
        text(row, "at")), PharmacyApi.number(row, "quantity"), text(row, "unit"), CounterWords.takenBack(page, text(row,
        "taken_back")))).toList();
    var doctor = text(one, "prescriber_name");
    return new Script(text(one, "id"), text(one, "number"), text(one, "nrn"), text(one, "patient"), text(who, "name"),
        text(who, "born"), doctor.isEmpty() ? text(one, "prescriber") : doctor, text(one, "prescriber"),
        coverage(page, text(one, "coverage")), moment(page, text(one, "written_at")), lines, given, findings(page,
        one.path("findings")));
  }

  private static String moment(Page page, String at) {
    return at.isEmpty() ? "" : page.full(java.time.Instant.parse(at));
  }

  private static Line line(Page page, JsonNode whole, JsonNode one) {
    var unit = text(one, "unit");
    var now = one.path("left_now").decimalValue(BigDecimal.ZERO);
    var id = text(one, "id");
    return new Line(id, !text(one, "kind").equals("NC"), text(one, "kind").equals("SD"), text(one, "name"),
        text(one, "signa"), Signa.read(text(one, "signa")).map(signa -> signa.words(unit)).orElse(""),
        one.path("quantity").decimalValue(BigDecimal.ZERO), unit, PharmacyApi.number(one, "dispensed"),
        one.path("repeats").asInt(0), one.path("supply").asInt(1), now, PharmacyApi.number(one, "left"), one.path("ingredients").valueStream().map(part -> ingredient(part, now))
        .toList(),
        one.path("take").valueStream().map(row -> new Shelf(text(row, "place"), text(row, "name"), text(row, "batch"),
            text(row, "expiry"), PharmacyApi.number(row, "packs"), PharmacyApi.number(row, "units"), text(row,
            "state").equals("opened"))).toList(),
        whole.path("compounds").valueStream().filter(made -> text(made, "line").equals(id)).map(made -> new Made(
            text(made, "id"), PharmacyApi.number(made, "left"), text(made, "unit"), text(made, "best_by"))).toList(),
        findings(page, one.path("findings")));
  }

  private static Ingredient ingredient(JsonNode part, BigDecimal pieces) {
    var per = part.path("per").decimalValue(BigDecimal.ONE);
    var whole = part.path("amount").decimalValue(BigDecimal.ZERO).multiply(pieces)
        .divide(per.signum() == 0 ? BigDecimal.ONE : per, 3, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
    return new Ingredient(text(part, "name"), PharmacyApi.number(part, "amount"), text(part, "unit"),
        PharmacyApi.number(part, "per"), whole.toPlainString());
  }

  /** Who pays, by the prescription's own word; a word that is not known is said as it came. */
  public static String coverage(Page page, String coverage) {
    return switch (coverage) {
      case "Biaya-Sendiri" -> page.say("biaya sendiri", "self-paid");
      case "BPJS-K" -> "BPJS";
      case "Biaya-Perusahaan" -> page.say("biaya perusahaan", "paid by the employer");
      case "Asuransi-Swasta" -> page.say("asuransi swasta", "private insurance");
      default -> coverage;
    };
  }

  /** Findings in the reader's language. */
  static List<Bench.Finding> findings(Page page, JsonNode findings) {
    return findings.valueStream().map(one -> CounterWords.finding(page, text(one, "kind"),
        one.path("accept").asBoolean(false), text(one, "about"), CounterWords.said(page, one, "why")))
        .toList();
  }
}
