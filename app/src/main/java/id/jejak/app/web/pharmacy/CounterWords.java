package id.jejak.app.web.pharmacy;

import id.jejak.app.web.ground.Page;
import id.jejak.app.web.pharmacy.Bench.Finding;
import id.jejak.app.web.pharmacy.Bench.Verdict;
import tools.jackson.databind.JsonNode;

/** What the counter says about packs and findings, in the reader's language. Stateless. */
final class CounterWords {
  private CounterWords() {}

  static Finding finding(Page page, String kind, boolean accept, String about, String why) {
    var title = switch (kind) {
      case "ALLERGY" -> page.say("Alergi tercatat", "Allergy on record");
      case "DUPLICATE" -> page.say("Zat yang sama baru saja diterima pasien",
          "The patient was given the same substance");
      case "PRICE" -> page.say("Harga melampaui batas", "Price above the limit");
      case "DICTIONARY" -> page.say("Belum dikenal KFA, atau tidak lagi", "Not known to KFA, or no longer");
      case "EXPIRY" -> page.say("Ada kemasan yang kedaluwarsa lebih dahulu", "Another pack expires first");
      case "AMOUNT" -> page.say("Takaran racikan berbeda dari resep", "The compound differs from the prescription");
      case "VALIDITY" -> page.say("Resep di luar masa berlakunya", "The prescription is out of its time");
      default -> kind;
    };
    return new Finding(kind, accept, title + (about.isEmpty() || about.equals("prescription") ? "" : ": " + about),
        why);
  }

  /** Why something was taken back; empty for what was not. */
  static String takenBack(Page page, String kind) {
    return switch (kind) {
      case "error" -> page.say("ditarik kembali: salah serah", "taken back: given in error");
      case "declined" -> page.say("ditarik kembali: ditolak pasien", "taken back: declined");
      case "returned" -> page.say("ditarik kembali: dikembalikan pasien", "taken back: returned");
      default -> "";
    };
  }

  static Verdict verdict(Page page, JsonNode one) {
    var reason = PharmacyApi.text(one, "reason");
    var opinion = one.path("opinion");
    return new Verdict(PharmacyApi.spelt(PharmacyApi.text(one, one.has("barcode") ? "barcode" : "value")), reason,
        reason(page, reason), said(page, opinion, "why"),
        opinion.isObject() ? said(page, opinion, "advice") : advice(page, reason),
        opinion.isObject() ? opinion.path("alarming").asBoolean(true) : reason.equals("RECALLED"),
        reason.equals("OTHER_PRODUCT"));
  }

  /** A sentence of the API in the reader's language. */
  static String said(Page page, JsonNode one, String name) {
    return page.say(PharmacyApi.text(one, name + "_id"), PharmacyApi.text(one, name));
  }

  private static String reason(Page page, String reason) {
    return switch (reason) {
      case "UNKNOWN" -> page.say("Tidak pernah diterima di sini", "Nobody received it here");
      case "RECALLED" -> page.say("Sedang ditarik dari peredaran", "It is recalled");
      case "USED" -> page.say("Isinya habis: sudah pernah diserahkan",
          "Nothing is left in it: it was dispensed before");
      case "NOT_OURS" -> page.say("Dipegang fasilitas lain", "Another facility holds it");
      case "SENT" -> page.say("Sudah dikirim ke luar", "It was sent away");
      case "MISSING" -> page.say("Tidak ditemukan saat hitung stok", "It was missing when the stock was counted");
      case "QUARANTINED" -> page.say("Sedang dikarantina", "It is kept apart");
      case "EXPIRED" -> page.say("Kedaluwarsa", "It has expired");
      case "OTHER_BATCH" -> page.say("Batch atau tanggal pada kemasan tidak sama dengan saat diterima",
          "Batch or expiry are not those that were received");
      case "OTHER_PRODUCT" -> page.say("Bukan obat yang diresepkan", "It is not what was prescribed");
      case "TOO_FEW" -> page.say("Isinya kurang dari yang diminta", "Less is left in it than is wanted");
      default -> reason;
    };
  }

  private static String advice(Page page, String reason) {
    return switch (reason) {
      case "RECALLED" -> page.say("Pisahkan; buka halaman penarikan.", "Set it apart; the recall says what to do.");
      case "SENT" -> page.say("Terima dahulu bila sudah kembali.", "Receive it first, if it came back.");
      case "MISSING" -> page.say("Hitung ulang rak itu, lalu pindai lagi.", "Count the place again, then scan again.");
      case "QUARANTINED" -> page.say("Minta apoteker melepas karantina.", "Ask a pharmacist to release it.");
      case "EXPIRED" -> page.say("Pisahkan, dan ambil kemasan lain.", "Set it apart, and take another pack.");
      case "OTHER_BATCH" -> page.say("Pisahkan, dan bandingkan dengan surat jalan.",
          "Set it apart, and compare it with the delivery note.");
      case "OTHER_PRODUCT" -> page.say("Ambil yang diresepkan, atau ganti dengan persetujuan dokter (F3).",
          "Take what was prescribed, or substitute it with the doctor's consent (F3).");
      case "TOO_FEW" -> page.say("Ambil sisanya dari kemasan lain.", "Take the rest from another pack.");
      default -> page.say("Ambil kemasan lain.", "Take another pack.");
    };
  }
}
