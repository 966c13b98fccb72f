package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.domain.rule.PharmacyTables;
import id.jejak.satusehat.http.Documents;
import id.jejak.satusehat.http.rules.Report.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Visits, what is measured during one, and when things happened. Stateless. */
final class VisitRules {
  private static final Words PROVIDER = new Words("10124", "serviceProvider wajib diisi",
      "the serviceProvider must be filled");
  private static final Words ORDER = new Words("10173", "waktu akhir harus setelah waktu mulai",
      "the end must be later than the start");
  private static final Words WHEN = new Words("10132", "tanggal tidak boleh di masa depan atau sebelum 3 Juni 2014",
      "the date cannot be in the future, nor before 3 June 2014");
  private static final Words PHARMACY = new Words("PK-23", "serviceType kunjungan apotek harus 64 Pharmacy",
      "the serviceType of a visit to a pharmacy must be 64 Pharmacy");
  private static final Words MEASURED = new Words("PK-24", "satuan hasil ukur tidak sesuai",
      "not the unit of this measurement");
  private static final Map<String, String> UNITS = Map.of(Systems.WEIGHT, "kg", Systems.HEIGHT, "cm");
  /** Elements that say when something happened. */
  private static final Map<String, List<String>> WHENS = Map.of(
      "Encounter", List.of("period.start", "period.end"),
      "Observation", List.of("effectiveDateTime", "issued"),
      "Condition", List.of("recordedDate"),
      "MedicationRequest", List.of("authoredOn"),
      "MedicationDispense", List.of("whenPrepared", "whenHandedOver"),
      "MedicationStatement", List.of("dateAsserted"),
      "DocumentReference", List.of("date"));

  private VisitRules() {}

  static void check(String type, Spot resource, Instant now, Report report) {
    WHENS.getOrDefault(type, List.of()).forEach(path -> resource.all(path).forEach(spot -> when(spot, now, report)));
    switch (type) {
      case "Encounter" -> encounter(resource, report);
      case "Observation" -> observation(resource, report);
      default -> { /* nothing else is said about other types */ }
    }
  }

  private static void encounter(Spot encounter, Report report) {
    if (encounter.all("serviceProvider.reference").isEmpty()) {
      report.broken(PROVIDER, encounter.at("serviceProvider"), "Organization", "-");
    }
    for (var period : encounter.all("period")) {
      var start = instant(period.text("start"));
      var end = instant(period.text("end"));
      if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
        report.broken(ORDER, period.at("end"), "> " + period.text("start"), period.text("end"));
      }
    }
    for (var coding : encounter.all("serviceType.coding")) {
      boolean pharmacy = coding.text("code").equals(PharmacyTables.PHARMACY) || coding.text("display")
          .equals("Pharmacy");
      if (pharmacy && !coding.text("code").equals(PharmacyTables.PHARMACY)) {
        report.broken(PHARMACY, coding.at("code"), PharmacyTables.PHARMACY, coding.text("code"));
      } else if (pharmacy && !coding.text("system").equals(PharmacyTables.SERVICE)) {
        report.broken(PHARMACY, coding.at("system"), PharmacyTables.SERVICE, coding.text("system"));
      }
    }
  }

  /** A visit that a dispense is part of must be one to a pharmacy. */
  static void pharmacy(Spot encounter, Report report) {
    if (encounter.all("serviceType.coding").stream().noneMatch(coding ->
        coding.text("code").equals(PharmacyTables.PHARMACY))) {
      report.broken(PHARMACY, encounter.at("serviceType"), PharmacyTables.PHARMACY, "-");
    }
  }

  private static void observation(Spot observation, Report report) {
    for (var coding : observation.all("code.coding")) {
      var unit = UNITS.get(coding.text("code"));
      if (unit != null && coding.text("system").equals(Systems.LOINC)) {
        for (var quantity : observation.all("valueQuantity")) {
          if (!quantity.text("code").equals(unit)) {
            report.broken(MEASURED, quantity.at("code"), unit, quantity.text("code"));
          }
        }
      }
    }
  }

  private static void when(Spot spot, Instant now, Report report) {
    var text = Documents.text(spot.node());
    var at = instant(text);
    if (at.isPresent() && (at.get().isAfter(now)
        || at.get().isBefore(PharmacyTables.OLDEST.atStartOfDay(ZoneOffset.UTC).toInstant()))) {
      report.broken(WHEN, spot.path(), PharmacyTables.OLDEST + " .. " + now, text);
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return switch (text.length()) {
        case 10 -> Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        case 0, 4, 7 -> Optional.empty();
        default -> Optional.of(OffsetDateTime.parse(text).toInstant());
      };
    } catch (DateTimeException e) { // the shape of the element is somebody else's to refuse
      return Optional.empty();
    }
  }
}
