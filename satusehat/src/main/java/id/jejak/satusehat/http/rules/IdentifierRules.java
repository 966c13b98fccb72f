package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.http.rules.Report.Words;
import java.util.List;

/** Systems of identifiers that have more than a kind and an organization: 10414, 10432, and 10514. Stateless. */
final class IdentifierRules {
  private static final String TUBERCULOSIS = Systems.SYS_IDS + "sitb";
  private static final String DIAGNOSTIC = Systems.SYS_IDS + "diagnostic/";
  private static final String LABORATORY = "/lab";
  private static final String RADIOLOGY = "/rad";
  private static final Words SITB = new Words("10414", "sistem identifier sitb bukan milik organisasi pengirim",
      "the sitb identifier's system is not the sender's");
  private static final Words REPORT = new Words("10432", "sistem identifier hasil pemeriksaan tidak sesuai",
      "not the identifier system of a diagnostic report");
  private static final Words CLAIM = new Words("10514", "sistem nomor klaim tidak menyebut satu organisasi",
      "the system of a claim number does not name one organization");

  private IdentifierRules() {}

  static void check(String type, Spot resource, String organization, Report report) {
    for (var identifier : resource.all("identifier")) {
      var system = identifier.text("system");
      var sitb = TUBERCULOSIS + "/" + organization;
      if (system.startsWith(TUBERCULOSIS) && !organization.isEmpty() && !system.equals(sitb)) {
        report.broken(SITB, identifier.at("system"), sitb, system);
      }
      if (system.startsWith(Systems.CLAIM) && !system.substring(Systems.CLAIM.length()).matches("[A-Za-z0-9-]+")) {
        report.broken(CLAIM, identifier.at("system"), Systems.CLAIM + "{org}", system);
      }
    }
    if (type.equals("DiagnosticReport")) {
      diagnostic(resource, organization, report);
    }
  }

  private static void diagnostic(Spot resource, String organization, Report report) {
    var head = DIAGNOSTIC + (organization.isEmpty() ? "[A-Za-z0-9-]+" : organization);
    var categories = resource.all("category.coding").stream().map(coding -> coding.text("code")).toList();
    var ends = categories.contains("LAB") ? List.of(LABORATORY)
        : categories.contains("RAD") ? List.of(RADIOLOGY) : List.of(LABORATORY, RADIOLOGY);
    for (var identifier : resource.all("identifier")) {
      var system = identifier.text("system");
      if (!system.equals(Systems.CREATOR) && ends.stream().noneMatch(end -> system.matches(head + end))) {
        report.broken(REPORT, identifier.at("system"), DIAGNOSTIC + (organization.isEmpty() ? "{org}" : organization)
            + String.join(" | ", ends), system);
      }
    }
  }
}
