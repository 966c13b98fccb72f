package id.jejak.facility.pharmacy.http;

import id.jejak.facility.access.Facility;
import id.jejak.facility.pharmacy.domain.LineKind;
import id.jejak.facility.pharmacy.domain.Signa;
import id.jejak.facility.pharmacy.domain.TakeBack;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import id.jejak.kernel.json.Tree;
import id.jejak.satusehat.contract.Systems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Pieces of FHIR as SATUSEHAT's own collections write them. Stateless. */
final class Wording {
  static final String TERMS = "http://terminology.hl7.org/CodeSystem/";
  private static final String DRUG_FORM = TERMS + "v3-orderableDrugForm";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String PROFILE = "https://fhir.kemkes.go.id/r4/StructureDefinition/Medication";
  private static final String MEDICATION_TYPES = "http://terminology.kemkes.go.id/CodeSystem/medication-type";
  private static final String FORMS = "http://terminology.kemkes.go.id/CodeSystem/medication-form";
  private static final String COVERAGE = "http://terminology.kemkes.go.id/CodeSystem/coverage-type";
  private static final String LINKS = "http://terminology.kemkes.go.id/CodeSystem/documentformat";
  private static final String ROUTES = "http://www.whocc.no/atc";
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Wording() {}

  /**
   * Status of a dispense that was taken back: of those that the server counts as given back, the one that says most nearly
   * what happened (docs/decisions/0616).
   */
  static String status(TakeBack.Kind kind) {
    return switch (kind) {
      case ERROR -> "entered-in-error";
      case RETURNED -> "cancelled";
      case DECLINED -> "declined";
    };
  }

  static Map<String, Object> reference(String type, String id) {
    return Tree.of("reference", type + "/" + id);
  }

  static String moment(Instant at) {
    return UTC.format(at.truncatedTo(ChronoUnit.SECONDS));
  }

  static Map<String, Object> coding(String system, String code, String display) {
    return Tree.of("coding", List.of(display.isEmpty() ? Tree.of("system", system, "code", code)
        : Tree.of("system", system, "code", code, "display", display)));
  }

  static Map<String, Object> identifier(String kind, String organization, String value) {
    return Tree.of("system", Systems.SYS_IDS + kind + "/" + organization, "use", "official", "value", value);
  }

  static Map<String, Object> quantity(BigDecimal value, String unit) {
    return Tree.of("value", Shown.number(value), "unit", unit, "system", unit.matches("[A-Z]{2,}.*") ? DRUG_FORM : UCUM,
        "code", unit);
  }

  /** One entry of a transaction. */
  static Map<String, Object> entry(String urn, Map<String, Object> resource) {
    return Tree.of("fullUrl", urn, "resource", resource, "request", Tree.of("method", "POST", "url",
        String.valueOf(resource.get("resourceType"))));
  }

  /** Our own name for something in a transaction; the same whenever it is worded. */
  static String urn(String kind, long id) {
    return "urn:uuid:" + java.util.UUID.nameUUIDFromBytes((kind + id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The contained medication of a line: what it is, and for compounds what goes into it. */
  static Map<String, Object> medication(Line line, String organization, String kfa, String name, JsonNode ingredients) {
    var made = Tree.of("resourceType", "Medication", "id", "medication", "meta", Tree.of("profile", List.of(PROFILE)),
        "identifier", List.of(identifier("medication", organization, Shown.id(line.id()))), "status", "active");
    if (!kfa.isEmpty()) {
      made.put("code", coding(Systems.KFA, kfa, name));
    }
    if (!line.form().isEmpty()) {
      made.put("form", coding(FORMS, line.form(), ""));
    }
    var parts = new ArrayList<Map<String, Object>>();
    for (var one : ingredients) {
      parts.add(Tree.of("itemCodeableConcept", coding(Systems.KFA, one.path("kfa").asString(""),
          one.path("name").asString("")), "isActive", true, "strength", Tree.of("numerator",
              plain(one.path("amount").decimalValue(), one.path("unit").asString("")), "denominator",
              plain(one.path("per").decimalValue(), line.unit()))));
    }
    if (!parts.isEmpty()) {
      made.put("ingredient", parts);
    }
    made.put("extension", List.of(Tree.of("url", Systems.MEDICATION_TYPE, "valueCodeableConcept",
        coding(MEDICATION_TYPES, line.kind().code(), line.kind().display()))));
    return made;
  }

  private static Map<String, Object> plain(BigDecimal value, String unit) {
    var quantity = new LinkedHashMap<>(quantity(value, unit));
    quantity.remove("unit");
    return quantity;
  }

  /** How it is to be taken: in words always, in numbers where the words are such as 3 dd 1 p.c. */
  static Map<String, Object> dosage(Line line) {
    var dosage = Tree.of("sequence", 1, "patientInstruction", line.signa());
    var signa = Signa.read(line.signa());
    signa.ifPresent(read -> {
      dosage.put("timing", Tree.of("repeat", Dosing.repeat(read)));
      if (read.asNeeded()) {
        dosage.put("asNeededBoolean", true);
      }
    });
    if (!line.route().isEmpty()) {
      dosage.put("route", coding(ROUTES, line.route(), ""));
    }
    dosage.put("doseAndRate", List.of(Tree.of("type", coding(TERMS + "dose-rate-type", "ordered", "Ordered"), "doseQuantity",
        signa.map(read -> Dosing.dose(read, line.unit())).orElseGet(() -> quantity(BigDecimal.ONE, line.unit())))));
    return dosage;
  }

  static List<Map<String, Object>> identifiers(String organization, String number, Line line) {
    return List.of(identifier("prescription", organization, number), identifier("prescription-item", organization,
        number + "-" + line.place()));
  }

  /**
   * Who pays, as document and dispense say it: sections 5 and 6. A SEP belongs to BPJS-K, in the name of whoever sends; where a
   * prescription from elsewhere came without, nothing is said of paying, rather than half of it.
   */
  static List<Map<String, Object>> paying(Prescription one, String organization) {
    var claim = one.claim();
    var coverage = Tree.of("system", COVERAGE, "value", one.coverage());
    if (!one.coverage().equals(Looks.INSURED)) {
      return List.of(coverage);
    }
    return claim == null ? List.of() : List.of(coverage, Tree.of("system", Systems.CLAIM + organization, "value", claim));
  }

  /** Kop Surat of section 5: the links that the facility has told; its number alone where it told none, since one must be there. */
  static List<Map<String, Object>> letterhead(Optional<Facility> facility, String number) {
    var links = new ArrayList<Map<String, Object>>();
    facility.ifPresent(one -> {
      var told = one.letterhead();
      told.homepage().ifPresent(url -> links.add(link(one, url, "DF000001", "Homepage", "Homepage RS/Klinik/DPM/Puskesmas")));
      told.emergency().ifPresent(url -> links.add(link(one, url, "DF000002", "Kontak emergensi", "Link Kontak Emergensi")));
      told.confirmation().ifPresent(url -> links.add(link(one, url, "DF000003", "Kontak konfirmasi resep",
          "Link Kontak Konfirmasi Resep")));
    });
    return links.isEmpty() ? List.of(Tree.of("attachment", Tree.of("title", "Resep " + number))) : links;
  }

  private static Map<String, Object> link(Facility facility, String url, String code, String title, String display) {
    return Tree.of("attachment", Tree.of("title", title + " " + facility.name(), "url", url), "format",
        Tree.of("system", LINKS, "code", code, "display", display));
  }

  static boolean compound(Line line) {
    return line.kind() != LineKind.PRODUCT;
  }
}
