package id.jejak.app.web.pharmacy;

import id.jejak.app.web.ground.Page;

/** What states of packs, and what happens to them, are called. Stateless. */
public final class StockWords {
  private StockWords() {}

  /** Where a pack is in its life; a word that is not known is said as it came. */
  public static String state(Page page, String state) {
    return switch (state) {
      case "shelf" -> page.say("di rak", "on the shelf");
      case "opened" -> page.say("terbuka", "opened");
      case "quarantine" -> page.say("dikarantina", "kept apart");
      case "used" -> page.say("habis diserahkan", "dispensed");
      case "sent" -> page.say("terkirim", "sent");
      case "missing" -> page.say("hilang", "missing");
      default -> state;
    };
  }

  /** Something that happened to a pack; a word that is not known is said as it came. */
  public static String event(Page page, String what) {
    return switch (what) {
      case "received" -> page.say("diterima", "received");
      case "moved" -> page.say("dipindahkan", "moved");
      case "quarantined" -> page.say("dikarantina", "kept apart");
      case "released" -> page.say("dilepas dari karantina", "released");
      case "sent" -> page.say("dikirim", "sent");
      case "returned" -> page.say("dikembalikan", "given back");
      case "missed" -> page.say("tidak ditemukan saat dihitung", "not found when counted");
      case "found" -> page.say("ditemukan kembali", "found again");
      case "taken-back" -> page.say("ditarik kembali", "taken back");
      case "dispensed" -> page.say("diserahkan", "dispensed");
      case "compounded" -> page.say("dipakai untuk racikan", "used in a compound");
      default -> what;
    };
  }
}
