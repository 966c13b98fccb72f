package id.jejak.app.web.queue;

import id.jejak.app.web.ground.Page;

/** What steps of a visit are called. */
public final class Steps {
  private Steps() {}

  /** Where a patient is. */
  public static String word(Page page, String step) {
    return switch (step) {
      case "expected" -> page.say("belum datang", "expected");
      case "admission" -> page.say("menunggu admisi", "waits at admission");
      case "admitted" -> page.say("di admisi", "at admission");
      case "waiting" -> page.say("menunggu dokter", "waits for the doctor");
      case "served" -> page.say("dengan dokter", "with the doctor");
      case "clinic-done" -> page.say("selesai di poli", "done at the clinic");
      case "preparing" -> page.say("obat disiapkan", "medicine in preparation");
      case "handed-over" -> page.say("obat diserahkan", "medicine handed over");
      case "absent" -> page.say("tidak hadir", "absent");
      case "cancelled" -> page.say("dibatalkan", "cancelled");
      default -> step;
    };
  }

  /** How urgent it looks. */
  public static String tone(String step) {
    return switch (step) {
      case "waiting", "admission" -> "warn";
      case "served", "admitted", "preparing" -> "good";
      case "absent", "cancelled" -> "bad";
      default -> "";
    };
  }

  /** A task of BPJS's list. */
  public static String task(Page page, int task) {
    return switch (task) {
      case 1 -> page.say("datang, menunggu admisi", "here, waits at admission");
      case 2 -> page.say("dipanggil admisi", "called at admission");
      case 3 -> page.say("menunggu poli", "waits for the clinic");
      case 4 -> page.say("dilayani poli", "with the doctor");
      case 5 -> page.say("selesai poli, menunggu farmasi", "clinic done, waits for the pharmacy");
      case 6 -> page.say("farmasi mulai", "the pharmacy begins");
      case 7 -> page.say("obat diserahkan", "medicine handed over");
      default -> page.say("tidak hadir", "absent");
    };
  }

  /** A span between two tasks. */
  public static String span(Page page, int span) {
    return switch (span) {
      case 1 -> page.say("tunggu admisi", "wait at admission");
      case 2 -> page.say("admisi", "admission");
      case 3 -> page.say("tunggu dokter", "wait for the doctor");
      case 4 -> page.say("dengan dokter", "with the doctor");
      case 5 -> page.say("tunggu farmasi", "wait at the pharmacy");
      default -> page.say("penyiapan obat", "preparing medicine");
    };
  }
}
