package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.http.rules.Report.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * What elements of a vaccination ask of each other: 10105, and 10305 to 10307. The dictionary knows of the place and
 * the expiry; the rest is what SATUSEHAT's answers with these numbers name, which integrators publish. Stateless.
 */
final class VaccineRules {
  private static final Words PLACE = new Words("10305", "location wajib diisi jika status completed",
      "the location must be filled when the status is completed");
  private static final Words LOT = new Words("10306", "lotNumber wajib diisi jika vaksin diberikan oleh pelapor",
      "the lotNumber must be filled when the reporter gave the vaccine");
  private static final Words EXPIRED = new Words("10307", "expirationDate harus setelah waktu pemberian",
      "the expirationDate must be later than the vaccination");
  private static final Words EXPIRY = new Words("10307",
      "expirationDate wajib diisi jika vaksin diberikan oleh pelapor",
      "the expirationDate must be filled when the reporter gave the vaccine");
  private static final Words FUNCTION = new Words("10307", "peran pelaksana tidak sesuai dengan primarySource",
      "not the function of a performer for this primarySource");
  private static final Words REASON = new Words("10105", "reasonCode wajib diisi", "the reasonCode must be filled");
  /** Who gives, or orders, a vaccine that is reported by who gave it. */
  private static final Set<String> GIVING = new TreeSet<>(Set.of("AP", "OP"));
  /** Who enters one that was given elsewhere. */
  private static final Set<String> ENTERING = Set.of("EP");
  private static final int DATE_LENGTH = "YYYY-MM-DD".length();

  private VaccineRules() {}

  static void check(Spot vaccination, Report report) {
    if (vaccination.text("status").equals("completed")) {
      filled(vaccination, "location", PLACE, report);
    }
    filled(vaccination, "reasonCode", REASON, report);
    var primary = vaccination.node().path("primarySource");
    if (primary.isBoolean()) {
      if (primary.asBoolean()) {
        filled(vaccination, "lotNumber", LOT, report);
        filled(vaccination, "expirationDate", EXPIRY, report);
      }
      function(vaccination, primary.asBoolean() ? GIVING : ENTERING, report);
    }
    var expires = vaccination.text("expirationDate");
    var given = vaccination.text("occurrenceDateTime");
    if (!later(expires, given)) {
      report.broken(EXPIRED, vaccination.at("expirationDate"), "> " + given, expires);
    }
  }

  private static void function(Spot vaccination, Set<String> some, Report report) {
    var codes = vaccination.all("performer.function.coding").stream().map(coding -> coding.text("code")).toList();
    if (codes.stream().noneMatch(some::contains)) {
      report.broken(FUNCTION, vaccination.at("performer"), String.join(" | ", some), String.join(" | ", codes));
    }
  }

  private static void filled(Spot vaccination, String member, Words words, Report report) {
    if (!vaccination.has(member)) {
      report.broken(words, vaccination.at(member), "terisi / filled", "-");
    }
  }

  /** True also when one of them does not name a day. */
  private static boolean later(String expires, String given) {
    if (expires.length() != DATE_LENGTH || given.length() < DATE_LENGTH) {
      return true;
    }
    try {
      return LocalDate.parse(expires).isAfter(LocalDate.parse(given.substring(0, DATE_LENGTH)));
    } catch (DateTimeException e) { // the shape of the element is somebody else's to refuse
      return true;
    }
  }
}
