package id.jejak.app.web.delivery;

import id.jejak.app.web.ground.Page;
import java.util.List;

/** What stages, remedies and differences are called. */
public final class DeliveryWords {
  /** Remedies, those that help many at once first. */
  public static final List<String> REMEDIES = List.of("FIX_DATA", "FIX_MAPPING", "CREDENTIALS", "HUMAN");
  /** Stages of what has not arrived. */
  public static final List<String> STAGES = List.of("PARKED", "OWED", "HELD", "UNKNOWN");

  private DeliveryWords() {}

  /** A remedy. */
  public static String remedy(Page page, String remedy) {
    return switch (remedy) {
      case "FIX_DATA" -> page.say("perbaiki isinya", "correct what it says");
      case "FIX_MAPPING" -> page.say("perbaiki pemetaan kode", "mend the mapping of codes");
      case "CREDENTIALS" -> page.say("perbaiki akun atau izin", "mend account or permission");
      case "HUMAN" -> page.say("cari tahu dahulu", "find out first");
      default -> remedy;
    };
  }

  /** A stage. */
  public static String stage(Page page, String stage) {
    return switch (stage) {
      case "OWED" -> page.say("akan dikirim", "to be sent");
      case "HELD" -> page.say("sedang dikirim", "on its way");
      case "UNKNOWN" -> page.say("jawaban hilang, akan dicek", "answer lost, will be looked for");
      case "PARKED" -> page.say("tertahan", "parked");
      case "DONE" -> page.say("sampai", "arrived");
      case "GIVEN_UP" -> page.say("dilepas", "given up");
      default -> stage;
    };
  }

  /** How urgent a stage looks. */
  public static String tone(String stage) {
    return switch (stage) {
      case "PARKED" -> "bad";
      case "UNKNOWN" -> "warn";
      case "DONE" -> "good";
      default -> "";
    };
  }

  /** A difference between two sides. */
  public static String difference(Page page, String what) {
    return switch (what) {
      case "MISSING_THERE" -> page.say("tidak ada di sana", "missing there");
      case "MISSING_HERE" -> page.say("tidak ada di sini", "missing here");
      case "TWICE_THERE" -> page.say("ada dua kali di sana", "twice there");
      default -> page.say("berbeda", "different");
    };
  }
}
