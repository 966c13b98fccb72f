package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.http.Documents;
import id.jejak.satusehat.http.rules.Report.Words;
import id.jejak.satusehat.http.rules.RuleBook.Row;
import id.jejak.satusehat.http.structure.StructureCheck;
import java.util.Set;

/** Looks at the rules that are rows of the dictionary's table. Stateless. */
final class DictionaryRules {
  private static final int TIME_LENGTH = "YYYY-MM-DDThh:mm:ssZ".length();
  private static final int DATE_LENGTH = "YYYY-MM-DD".length();

  private DictionaryRules() {}

  static void check(String type, Spot resource, String organization, Report report) {
    for (var row : RuleBook.DICTIONARY.of(type)) {
      switch (row.kind()) {
        case SYSTEM -> resource.all(row.below()).forEach(spot -> system(row, spot, report));
        case PRESENT -> present(row, resource, report);
        case TARGET -> resource.all(row.below()).forEach(spot -> target(row, spot, report));
        case IDENTIFIER -> identifier(row, resource, organization, report);
        case FORMAT -> resource.all(row.below()).forEach(spot -> format(row, spot, report));
        case VALUE -> resource.all(row.below()).forEach(spot -> value(row, spot, report));
        case BINDING, TYPE, NUMBER, SAME, CODE, SERVER, TERMINOLOGY, VAGUE, OPEN -> {
          /* looked at elsewhere, or not at all */
        }
      }
    }
  }

  private static void system(Row row, Spot spot, Report report) {
    if (spot.node().isString()) {
      allowed(row, spot.path(), spot.node().stringValue(), report);
    } else if (spot.has("coding")) {
      for (var coding : spot.all("coding")) {
        allowed(row, coding.at("system"), coding.text("system"), report);
        if (!coding.has("code")) {
          report.broken(new Words(row.number(), "kode wajib diisi", "the code must be filled"), coding.at("code"),
              "code", "-");
        }
      }
    } else if (spot.has("system") || spot.has("value")) {
      allowed(row, spot.at("system"), spot.text("system"), report);
    }
  }

  private static void allowed(Row row, String path, String system, Report report) {
    if (!row.allows(system)) {
      report.broken(new Words(row.number(), "sistem kode tidak sesuai", "not the code system of this element"), path,
          shown(row.allowed()), system);
    }
  }

  private static void present(Row row, Spot resource, Report report) {
    var found = resource.all(row.below());
    if (found.isEmpty()) {
      report.broken(new Words(row.number(), "elemen wajib diisi", "the element must be filled"),
          resource.at(row.below()), row.allowed().isEmpty() ? "terisi / filled" : shown(row.allowed()), "-");
    } else if (!row.allowed().isEmpty()) {
      found.forEach(spot -> target(row, spot, report));
    }
  }

  private static void target(Row row, Spot spot, Report report) {
    var reference = spot.text("reference");
    var type = StructureCheck.target(reference);
    if (row.allowed().contains(RuleBook.ANY)) {
      if (type.isEmpty() && reference.contains("/") && !reference.startsWith("#")) {
        report.broken(new Words(row.number(), "referensi tidak mengarah ke resource FHIR",
            "the reference leads to nothing that FHIR has"), spot.at("reference"), "{type}/{id}", reference);
      }
    } else if (!type.isEmpty() && !row.allowed().contains(type)) {
      report.broken(new Words(row.number(), "referensi mengarah ke resource yang salah",
          "the reference leads to a wrong type of resource"), spot.at("reference"), shown(row.allowed()), type);
    }
  }

  private static void identifier(Row row, Spot resource, String organization, Report report) {
    var head = Systems.SYS_IDS + row.allowed().iterator().next() + "/";
    boolean any = false;
    boolean ours = false;
    for (var identifier : resource.all("identifier")) {
      var system = identifier.text("system");
      any |= !system.equals(Systems.CREATOR) && !system.equals(Systems.NRN);
      ours |= system.startsWith(head);
      if (system.startsWith(head) && !organization.isEmpty() && !system.equals(head + organization)) {
        report.broken(new Words(row.number(), "organisasi pada sistem identifier bukan organisasi pengirim",
            "the identifier's system names another organization than the sender's"), identifier.at("system"),
            head + organization, system);
      }
    }
    if (any && !ours) {
      report.broken(new Words(row.number(), "tidak ada identifier dengan sistem yang sesuai",
          "no identifier has the system of this resource"), resource.at("identifier"),
          head + (organization.isEmpty() ? "{org}" : organization), "-");
    }
  }

  private static void format(Row row, Spot spot, Report report) {
    var text = Documents.text(spot.node());
    if (row.allowed().contains("dateTime") && !utc(text)) {
      report.broken(new Words(row.number(), "format tanggal dan waktu harus UTC", "the date and time must be in UTC"),
          spot.path(), "YYYY-MM-DDThh:mm:ss+00:00", text);
    }
    if (row.allowed().contains("offset") && text.length() < TIME_LENGTH) {
      report.broken(new Words(row.number(), "tanggal harus beserta waktu dan zona",
          "the date must have a time and zone"), spot.path(), "YYYY-MM-DDThh:mm:ss+hh:mm", text);
    }
    if (row.allowed().contains("date") && text.length() != DATE_LENGTH) {
      report.broken(new Words(row.number(), "tanggal harus lengkap", "the date must be whole"), spot.path(),
          "YYYY-MM-DD", text);
    }
  }

  private static void value(Row row, Spot spot, Report report) {
    var code = Documents.text(spot.node());
    if (!row.allows(code)) {
      report.broken(new Words(row.number(), "kode tidak dikenal", "not a code of this element"), spot.path(),
          shown(row.allowed()), code);
    }
  }

  /** True for a date with time in UTC. */
  static boolean utc(String text) {
    return text.length() >= TIME_LENGTH && (text.endsWith("+00:00") || text.endsWith("Z"));
  }

  static String shown(Set<String> some) {
    return String.join(" | ", some);
  }
}
