package id.jejak.app.web.audit;

import id.jejak.app.web.ground.Page;

/** What deeds and purposes are called. */
public final class Deeds {
  private Deeds() {}

  /** What was done. */
  public static String deed(Page page, String deed) {
    return switch (deed) {
      case "read" -> page.say("melihat", "looked");
      case "write" -> page.say("menulis", "wrote");
      case "denied" -> page.say("ditolak", "refused");
      default -> deed;
    };
  }

  /** What for. */
  public static String purpose(Page page, String purpose) {
    return switch (purpose) {
      case "treatment" -> page.say("perawatan", "treatment");
      case "dispensing" -> page.say("pelayanan obat", "dispensing");
      case "registration" -> page.say("pendaftaran", "registration");
      case "recall" -> page.say("penarikan obat", "recall");
      case "payment" -> page.say("pembayaran", "payment");
      case "reporting" -> page.say("pelaporan", "reporting");
      case "audit" -> page.say("audit", "audit");
      case "operation" -> page.say("tata kelola", "operation");
      case "patient_request" -> page.say("permintaan pasien", "the patient's request");
      default -> purpose;
    };
  }
}
