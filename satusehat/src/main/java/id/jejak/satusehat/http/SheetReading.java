package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.domain.Prescribed;
import id.jejak.satusehat.domain.Ratio;
import id.jejak.satusehat.domain.Remaining;
import id.jejak.satusehat.http.print.Dose;
import id.jejak.satusehat.http.print.Roman;
import id.jejak.satusehat.http.print.Sheet;
import id.jejak.satusehat.http.print.Signa;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what stands on a prescription's sheet from its resources. Stateless. */
final class SheetReading {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("id", "ID")).withZone(JAKARTA);
  private static final String COVERAGE = "http://terminology.kemkes.go.id/CodeSystem/coverage-type";

  private SheetReading() {}

  /**
   * One item with what was dispensed of it.
   *
   * @param medication missing when it is nowhere
   */
  record Item(JsonNode request, JsonNode medication, Prescribed prescribed, Remaining remaining) {}

  /** Everything that a sheet is made of; what is not there is a missing node. */
  record Found(JsonNode document, JsonNode organization, JsonNode patient, Optional<BigDecimal> weight,
      List<Item> items) {}

  /**
   * The sheet.
   *
   * @param pharmacy name of who copies; empty for the prescription itself
   */
  static Sheet sheet(Found found, Optional<String> pharmacy, Instant now) {
    var document = found.document();
    var written = Moments.instant(found.items().isEmpty() ? document.path("date")
        : found.items().getFirst().request().path("authoredOn"), false)
        .or(() -> Moments.instant(document.path("date"), false)).orElse(now);
    var entries = found.items().stream().map(item -> entry(item, pharmacy.isPresent())).toList();
    return new Sheet(letterhead(found), National.of(document).stream().findFirst(), doctor(found), DAY.format(written),
        entries, patient(found, written), payment(document),
        pharmacy.map(name -> new Sheet.Copy(name, DAY.format(now))));
  }

  private static Sheet.Letterhead letterhead(Found found) {
    var custodian = found.document().path("custodian");
    var name = text(found.organization(), "name");
    var lines = new ArrayList<String>();
    for (var address : found.organization().path("address")) {
      var street = new ArrayList<String>();
      address.path("line").forEach(line -> street.add(Documents.text(line)));
      street.add(text(address, "city"));
      lines.add(String.join(", ", street.stream().filter(part -> !part.isEmpty()).toList()));
    }
    for (var telecom : found.organization().path("telecom")) {
      lines.add(text(telecom, "value"));
    }
    for (var content : found.document().path("content")) {
      var link = content.path("attachment");
      if (!text(link, "url").isEmpty()) {
        lines.add(text(link, "title") + ": " + text(link, "url"));
      }
    }
    return new Sheet.Letterhead(name.isEmpty() ? text(custodian, "display") : name,
        lines.stream().filter(line -> !line.isBlank()).toList());
  }

  private static String doctor(Found found) {
    var author = text(found.document().path("author").path(0), "display");
    return author.isEmpty() && !found.items().isEmpty()
        ? text(found.items().getFirst().request().path("requester"), "display") : author;
  }

  private static List<String> patient(Found found, Instant written) {
    var name = text(found.patient().path("name").path(0), "text");
    var lines = new ArrayList<String>();
    lines.add("Pro: " + (name.isEmpty() ? text(found.document().path("subject"), "display") : name));
    var more = new ArrayList<String>();
    Moments.of(text(found.patient(), "birthDate"))
        .map(day -> Instant.ofEpochMilli(day.from()).atOffset(ZoneOffset.UTC).toLocalDate())
        .map(day -> Period.between(day, written.atZone(JAKARTA).toLocalDate())).filter(age -> !age.isNegative())
        .ifPresent(age -> more.add("Umur: " + (age.getYears() > 0 ? age.getYears() + " tahun"
            : age.getMonths() + " bulan " + age.getDays() + " hari")));
    found.weight().ifPresent(kilograms -> more.add("BB: " + plain(kilograms) + " kg"));
    if (!more.isEmpty()) {
      lines.add(String.join(", ", more));
    }
    return lines;
  }

  private static String payment(JsonNode document) {
    var said = new ArrayList<String>();
    for (var identifier : document.path("identifier")) {
      var system = text(identifier, "system");
      if (system.equals(COVERAGE)) {
        said.addFirst("Pembiayaan: " + text(identifier, "value"));
      } else if (system.startsWith(Systems.CLAIM)) {
        said.add("SEP: " + text(identifier, "value"));
      }
    }
    return String.join(", ", said);
  }

  private static Sheet.Entry entry(Item item, boolean copied) {
    var lines = new ArrayList<String>();
    var quantity = item.request().path("dispenseRequest").path("quantity");
    var numero = "No. " + Documents.number(quantity.path("value")).map(Roman::of).orElse("?");
    var kind = Medicines.kind(item.medication());
    if (kind.equals("SD") || kind.equals("EP")) {
      compound(item, kind.equals("EP"), quantity, numero, lines);
    } else {
      lines.add(name(item) + " " + numero + " " + unit(quantity));
    }
    if (item.prescribed().repeats() > 0) {
      lines.add("Iter " + item.prescribed().repeats() + " x");
    }
    var signa = new ArrayList<String>();
    for (var dosage : item.request().path("dosageInstruction")) {
      var dose = Dosages.read(dosage);
      signa.add(Signa.of(dose));
      if (!dose.words().isEmpty()) {
        signa.add("(" + dose.words() + ")");
      }
    }
    return new Sheet.Entry(lines, signa, text(item.request().path("note").path(0), "text"),
        copied ? mark(item, Signa.unit(Medicines.code(quantity))) : "");
  }

  /**
   * What a compound is made of, and into how many it is divided: amounts are those of the whole that its strengths are
   * written for, which may be more than one supply.
   */
  private static void compound(Item item, boolean divided, JsonNode quantity, String numero, List<String> lines) {
    var form = text(item.medication().path("form").path("coding").path(0), "display").toLowerCase(Locale.ROOT);
    var whole = item.medication().path("ingredient").path(0).path("strength").path("denominator");
    for (var ingredient : item.medication().path("ingredient")) {
      var per = ingredient.path("strength").path("denominator");
      boolean each = !divided && !Medicines.code(per).equals(Medicines.code(quantity));
      lines.add(ingredient(ingredient) + (each ? " / " + Documents.number(per.path("value"))
          .map(SheetReading::plain).orElse("") + " " + Signa.unit(Medicines.code(per)) : ""));
    }
    var made = Documents.number(whole.path("value")).filter(_ -> divided);
    boolean more = made.isPresent() && Documents.number(quantity.path("value"))
        .filter(one -> one.compareTo(made.get()) == 0).isEmpty();
    lines.add("m.f. " + form + (divided ? " " : " d.t.d. ")
        + (more ? "No. " + Roman.of(made.get()) + " " + unit(whole) + ", da " : "") + numero + " " + unit(quantity));
  }

  /** det: all of it was given; nedet: none; did: so much. With repeats, how often the whole of it was given. */
  private static String mark(Item item, String unit) {
    var used = item.remaining().most();
    if (used.sign() == 0) {
      return "nedet";
    }
    var supply = item.prescribed().quantity().map(one -> one.value()).filter(one -> one.sign() > 0);
    boolean all = item.remaining().left().filter(left -> left.sign() == 0).isPresent();
    if (all || supply.isEmpty()) {
      return item.prescribed().repeats() == 0 ? "det" : "det iter " + item.prescribed().repeats() + " x";
    }
    return used.compareTo(supply.get()) == 0 ? "det orig" : "did " + number(used) + " " + unit;
  }

  private static String number(Ratio ratio) {
    return Roman.of(ratio.decimal());
  }

  private static String name(Item item) {
    var medicine = text(item.medication().path("code").path("coding").path(0), "display");
    return !medicine.isEmpty() ? medicine : text(item.request().path("medicationReference"), "display");
  }

  private static String ingredient(JsonNode ingredient) {
    var strength = ingredient.path("strength").path("numerator");
    var amount = Documents.number(strength.path("value"));
    return text(ingredient.path("itemCodeableConcept").path("coding").path(0), "display")
        + amount.map(value -> " " + plain(value) + " " + Signa.unit(Medicines.code(strength))).orElse("");
  }

  private static String unit(JsonNode quantity) {
    var unit = text(quantity, "unit");
    var code = Medicines.code(quantity);
    return Signa.unit(code).equals(code) && !unit.isEmpty() ? unit : Signa.unit(code);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  private static String text(JsonNode node, String name) {
    return Documents.text(node.path(name));
  }
}
