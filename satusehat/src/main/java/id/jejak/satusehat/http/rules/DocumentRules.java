package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.domain.rule.PharmacyTables;
import id.jejak.satusehat.http.rules.Report.Words;
import java.util.TreeSet;

/** The prescription's document: how it is paid for, and its letterhead. Stateless. */
final class DocumentRules {
  private static final Words COVERAGE = new Words("PK-15", "jenis pembiayaan tidak dikenal", "unknown way of paying");
  private static final Words SEP = new Words("PK-16", "Nomor SEP wajib diisi untuk BPJS-K",
      "the number of the SEP must be filled for BPJS-K");
  private static final Words NO_SEP = new Words("PK-16", "Nomor SEP hanya untuk BPJS-K",
      "the number of a SEP belongs to BPJS-K only");
  private static final Words CLAIM = new Words("PK-16", "sistem Nomor SEP harus memuat organisasi pengirim",
      "the system of the SEP must name the sender's organization");
  private static final Words CUSTODIAN = new Words("PK-17", "kop surat: custodian wajib merujuk ke Organization",
      "letterhead: the custodian must refer to an Organization");
  private static final Words LINK = new Words("PK-18", "kop surat: format tautan tidak dikenal",
      "letterhead: unknown format of a link");
  private static final Words LINK_PARTS = new Words("PK-18", "kop surat: tautan harus memiliki title dan url",
      "letterhead: a link must have a title and a url");
  private static final Words NO_LINK = new Words("PK-18", "kop surat: tautan tidak ada",
      "letterhead: a link is missing");

  private DocumentRules() {}

  static void check(Spot document, String organization, Report report) {
    if (document.all("type.coding").stream().noneMatch(coding ->
        coding.text("code").equals(Systems.PRESCRIPTION_DOCUMENT))) {
      return;
    }
    paying(document, organization, report);
    if (document.all("custodian").stream().noneMatch(custodian ->
        custodian.text("reference").contains("Organization/"))) {
      report.broken(CUSTODIAN, document.at("custodian"), "Organization", "-");
    }
    var missing = new TreeSet<>(PharmacyTables.LINKS.keySet());
    for (var content : document.all("content")) {
      for (var format : content.all("format")) {
        link(content, format, report);
        missing.remove(format.text("code"));
      }
    }
    missing.forEach(code -> report.noted(NO_LINK, document.at("content"), code + " "
        + PharmacyTables.LINKS.getOrDefault(code, ""), "-"));
  }

  private static void link(Spot content, Spot format, Report report) {
    if (!format.text("system").equals(PharmacyTables.LINK)) {
      report.broken(LINK, format.at("system"), PharmacyTables.LINK, format.text("system"));
    } else if (!PharmacyTables.LINKS.containsKey(format.text("code"))) {
      report.broken(LINK, format.at("code"), DictionaryRules.shown(new TreeSet<>(PharmacyTables.LINKS.keySet())),
          format.text("code"));
    }
    for (var attachment : content.all("attachment")) {
      for (var part : new String[] {"title", "url"}) {
        if (attachment.text(part).isEmpty()) {
          report.broken(LINK_PARTS, attachment.at(part), part, "-");
        }
      }
    }
  }

  /** How a prescription or a dispense is paid for: both say it with identifiers. */
  static void paying(Spot resource, String organization, Report report) {
    boolean bpjs = false;
    boolean said = false;
    boolean sep = false;
    for (var identifier : resource.all("identifier")) {
      var system = identifier.text("system");
      if (system.equals(PharmacyTables.COVERAGE)) {
        said = true;
        bpjs |= identifier.text("value").equals(PharmacyTables.BPJS);
        if (!PharmacyTables.COVERAGES.contains(identifier.text("value"))) {
          report.broken(COVERAGE, identifier.at("value"), String.join(" | ", PharmacyTables.COVERAGES),
              identifier.text("value"));
        }
      } else if (system.startsWith(Systems.CLAIM)) {
        sep = !identifier.text("value").isEmpty();
        if (!organization.isEmpty() && !system.equals(Systems.CLAIM + organization)) {
          report.broken(CLAIM, identifier.at("system"), Systems.CLAIM + organization, system);
        }
      }
    }
    if (bpjs && !sep) {
      report.broken(SEP, resource.at("identifier"), Systems.CLAIM + "{org}", "-");
    } else if (said && sep && !bpjs) {
      report.noted(NO_SEP, resource.at("identifier"), "-", Systems.CLAIM + "{org}");
    }
  }
}
