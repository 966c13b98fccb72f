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

  static Verdict verdict(Page page, JsonNode one) {
    var reason = PharmacyApi.text(one, "reason");
    var opinion = one.path("opinion");
    var meaning = PharmacyApi.text(opinion, "meaning");
    return new Verdict(PharmacyApi.spelt(PharmacyApi.text(one, one.has("barcode") ? "barcode" : "value")), reason,
        reason(page, reason), meaning(page, meaning),
        opinion.isObject() ? advice(page, meaning, opinion) : advice(page, reason),
        opinion.isObject() ? opinion.path("alarming").asBoolean(true) : reason.equals("RECALLED"),
        reason.equals("OTHER_PRODUCT"));
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

  private static String meaning(Page page, String meaning) {
    return switch (meaning) {
      case "DOUBLE_SCAN" -> page.say("Terpindai dua kali untuk resep ini; tidak ada yang salah.",
          "Scanned twice for this prescription; nothing is wrong.");
      case "MISREAD" -> page.say("Teks kemasan di sini, rusak di jalan dari pemindai.",
          "The text of a pack here, spoilt on the way from the scanner.");
      case "KEYBOARD_LAYOUT" -> page.say("Teks kemasan di sini, terketik dengan tata letak papan ketik lain.",
          "The text of a pack here, typed through another keyboard layout.");
      case "DISPENSED_HERE" -> page.say("Pernah diserahkan di sini untuk resep lain.",
          "Dispensed here before, for another prescription.");
      case "DISPENSED_ELSEWHERE" -> page.say("Pernah diserahkan fasilitas lain.", "Dispensed by another facility.");
      case "HELD_ELSEWHERE" -> page.say("Fasilitas lain memegangnya, dan tidak mengirimnya ke sini.",
          "Another facility holds it, and did not send it here.");
      case "NEVER_RECEIVED" -> page.say("Tidak seorang pun pernah menerimanya: belum dilaporkan, atau salinan.",
          "Nobody ever received it: not reported, or a copy.");
      default -> "";
    };
  }

  /** The API names facilities and days, so its own sentence stands beside ours. */
  private static String advice(Page page, String meaning, JsonNode opinion) {
    var said = PharmacyApi.text(opinion, "why") + " " + PharmacyApi.text(opinion, "advice");
    var ours = switch (meaning) {
      case "DOUBLE_SCAN" -> "Dihitung sekali.";
      case "MISREAD" -> "Pindai lagi; bila tetap, atur pemindai agar mengirim pemisah.";
      case "KEYBOARD_LAYOUT" -> "Samakan tata letak papan ketik pemindai dengan komputer, lalu pindai lagi.";
      case "NEVER_RECEIVED" -> "Jangan serahkan. Cari di surat jalan dan terima dahulu; bila tidak ada, pisahkan dan"
          + " laporkan ke distributor dan BPOM.";
      default -> "Jangan serahkan. Pisahkan dan cari kemasan yang satu lagi: salah satunya mungkin salinan.";
    };
    return page.say(ours + " (" + said + ")", said);
  }
}
