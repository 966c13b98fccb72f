package id.jejak.satusehat.domain.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document's smaller tables: financing, links of a prescription's letterhead, substitution, price, visit. */
public final class PharmacyTables {
  /** Code system of the ways of paying. */
  public static final String COVERAGE = "http://terminology.kemkes.go.id/CodeSystem/coverage-type";
  /** The way of paying that has a SEP. */
  public static final String BPJS = "BPJS-K";
  /** Jenis Pembiayaan Pasien. */
  public static final List<String> COVERAGES = List.of(BPJS, "Biaya-Sendiri", "Biaya-Perusahaan", "Asuransi-Swasta");

  /** Code system of the links. */
  public static final String LINK = "http://terminology.kemkes.go.id/CodeSystem/documentformat";
  /** Kop surat: code and name of each link. */
  public static final Map<String, String> LINKS = Map.of("DF000001", "Homepage RS/Klinik/DPM/Puskesmas",
      "DF000002", "Link Kontak Emergensi", "DF000003", "Link Kontak Konfirmasi Resep");

  /** Code system of the types of substitution. */
  public static final String SUBSTITUTION = "http://terminology.hl7.org/CodeSystem/v3-substanceAdminSubstitution";
  /** Tipe substitusi: generic composition, brand composition, therapeutic generic, therapeutic brand. */
  public static final List<String> SUBSTITUTIONS = List.of("G", "BC", "TG", "TB");
  /** People who answer for a substitution: the doctor who agreed, and the pharmacist. */
  public static final int RESPONSIBLE = 2;

  /**
   * A reason of a substitution.
   *
   * @param indonesian as the document shows it to people
   */
  public record Reason(String code, String system, String indonesian) {}

  private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
  private static final String KEMKES = "http://terminology.kemkes.go.id";

  /** Alasan substitusi. The systems of TK000017 and TK000018 are inferred from other TK codes in recorded traffic. */
  public static final List<Reason> REASONS = List.of(
      new Reason("OS", ACT_REASON, "Tidak ada stok"),
      new Reason("TK000017", KEMKES, "Terdapat interaksi obat berbahaya"),
      new Reason("FP", ACT_REASON, "Tidak sesuai dengan kebijakan formularium"),
      new Reason("TK000018", KEMKES, "Pilihan atas persetujuan pasien"),
      new Reason("661000124108", "http://snomed.info/sct", "Kesalahan penulisan resep"));

  /** Code system of the types of service. */
  public static final String SERVICE = "http://terminology.hl7.org/CodeSystem/service-type";
  /** A visit to a pharmacy. */
  public static final String PHARMACY = "64";

  /** Currency of a price. */
  public static final String CURRENCY = "IDR";
  /** Type of a price. */
  public static final String PRICE = "base";

  /** The day before which nothing can have happened. */
  public static final LocalDate OLDEST = LocalDate.of(2014, 6, 3);

  private PharmacyTables() {}

  /** The reason with a code. */
  public static Optional<Reason> reason(String code) {
    return REASONS.stream().filter(reason -> reason.code.equals(code)).findFirst();
  }
}
