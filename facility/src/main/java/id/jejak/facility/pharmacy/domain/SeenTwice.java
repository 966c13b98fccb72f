package id.jejak.facility.pharmacy.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What it means that a serial is scanned which should not be there: used before, or never received. Most such alarms are
 * innocent, and a pharmacist who is alarmed for nothing stops listening. Stateless.
 */
public final class SeenTwice {
  /** A second scan of the same pack by the same person for the same prescription within this time is a slip of the hand. */
  public static final Duration SLIP = Duration.ofMinutes(10);

  private SeenTwice() {}

  /** What a scanner or a keyboard can do to a text. */
  public enum Oddity {
    /** Letters or signs that another keyboard layout exchanges, or their case. */
    KEYBOARD,
    /** A separator lost or replaced, or the end cut off. */
    SCANNER
  }

  /** What it is taken for. */
  public enum Meaning {
    /** Scanned twice here for the same prescription: nothing is wrong. */
    DOUBLE_SCAN,
    /** The text is that of a pack here, as a scanner spoils it. */
    MISREAD,
    /** The text is that of a pack here, as another keyboard layout writes it. */
    KEYBOARD_LAYOUT,
    /** Handed over here and taken back: it is what it says, and no stock. */
    TAKEN_BACK,
    /** Dispensed here before, to somebody else or long ago: this pack, or the one before, is not what it says. */
    DISPENSED_HERE,
    /** Another facility dispensed it. */
    DISPENSED_ELSEWHERE,
    /** Another facility holds it, and did not send it here. */
    HELD_ELSEWHERE,
    /** Nobody ever received it: not reported, or a copy. */
    NEVER_RECEIVED
  }

  /**
   * An earlier taking out of the pack.
   *
   * @param prescription for which it was
   * @param takenBack whether a pharmacist took it back since
   */
  public record Before(String facility, String staff, Instant at, long prescription, boolean takenBack) {}

  /**
   * What is known when the question comes up.
   *
   * @param prescription that is being served; 0 when none is
   * @param before the last taking out of this very serial, if any
   * @param holder who has it, if anybody received it
   * @param oddities how the text differs from the pack here that it resembles most; empty when it resembles none
   * @param resembles barcode of that pack
   */
  public record Seen(String facility, String staff, Instant at, long prescription, Optional<Before> before,
      Optional<String> holder, Set<Oddity> oddities, Optional<String> resembles) {
    /** Copies the set. */
    public Seen {
      oddities = Set.copyOf(oddities);
    }
  }

  /**
   * A reasoned verdict.
   *
   * @param alarming whether a person must look into it
   * @param why one sentence
   * @param advice what to do
   */
  public record Opinion(Meaning meaning, boolean alarming, Said why, Said advice) {}

  /** Judges. */
  public static Opinion judge(Seen seen) {
    if (seen.before().isPresent()) {
      return before(seen, seen.before().get());
    }
    if (seen.holder().isPresent()) {
      var holder = seen.holder().get();
      return new Opinion(Meaning.HELD_ELSEWHERE, true,
          new Said("It was received by " + holder + " and not sent from there.",
              "Kemasan ini diterima " + holder + " dan belum dikirim dari sana."),
          new Said("Do not dispense. Ask " + holder + " whether its pack is still there: if it is, one of the two is a copy.",
              "Jangan serahkan. Tanyakan " + holder + " apakah kemasannya masih ada: bila ya, salah satunya salinan."));
    }
    if (seen.resembles().isPresent() && !seen.oddities().isEmpty()) {
      return seen.oddities().contains(Oddity.KEYBOARD)
          ? new Opinion(Meaning.KEYBOARD_LAYOUT, false,
              new Said("The text is that of a pack here, typed through another keyboard layout.",
                  "Teks kemasan di sini, terketik dengan tata letak papan ketik lain."),
              new Said("Set the scanner to the computer's keyboard layout, then scan again.",
                  "Samakan tata letak papan ketik pemindai dengan komputer, lalu pindai lagi."))
          : new Opinion(Meaning.MISREAD, false,
              new Said("The text is that of a pack here, spoilt on the way from the scanner.",
                  "Teks kemasan di sini, rusak di jalan dari pemindai."),
              new Said("Scan again; if it stays so, set the scanner to transmit separators.",
                  "Pindai lagi; bila tetap, atur pemindai agar mengirim pemisah."));
    }
    return new Opinion(Meaning.NEVER_RECEIVED, true,
        new Said("Nobody here ever received this serial.",
            "Tidak seorang pun di sini pernah menerima nomor seri ini."),
        new Said("Do not dispense. Look on the delivery note and receive it first; if no sender reported it, set it apart"
            + " and tell the distributor and BPOM.",
            "Jangan serahkan. Cari di surat jalan dan terima dahulu; bila pengirim tidak melaporkannya, pisahkan dan"
            + " laporkan ke distributor dan BPOM."));
  }

  private static Opinion before(Seen seen, Before before) {
    if (!before.facility().equals(seen.facility())) {
      return new Opinion(Meaning.DISPENSED_ELSEWHERE, true,
          new Said("It was dispensed at " + before.facility() + " on " + before.at() + ".",
              "Sudah diserahkan di " + before.facility() + " pada " + before.at() + "."),
          new Said("Do not dispense. Set it apart, and tell that facility and BPOM: one of the two is a copy.",
              "Jangan serahkan. Pisahkan, dan beri tahu fasilitas itu dan BPOM: salah satunya salinan."));
    }
    if (before.takenBack()) {
      return new Opinion(Meaning.TAKEN_BACK, false,
          new Said("It was dispensed here on " + before.at() + " and taken back; nothing of it is in stock.",
              "Diserahkan di sini pada " + before.at() + " lalu ditarik kembali; tidak ada lagi isinya di stok."),
          new Said("Do not dispense. Put it with what is to be destroyed, and take another pack.",
              "Jangan serahkan. Satukan dengan yang akan dimusnahkan, dan ambil kemasan lain."));
    }
    if (seen.prescription() != 0 && before.prescription() == seen.prescription()
        && !before.at().isAfter(seen.at()) && Duration.between(before.at(), seen.at()).compareTo(SLIP) <= 0) {
      boolean same = before.staff().equals(seen.staff());
      return new Opinion(Meaning.DOUBLE_SCAN, false,
          new Said("It was scanned for this prescription moments ago" + (same ? "." : ", by another person."),
              "Baru saja dipindai untuk resep ini" + (same ? "." : ", oleh orang lain.")),
          new Said("Nothing is to be done: it counts once.", "Tidak perlu apa-apa: dihitung sekali."));
    }
    return new Opinion(Meaning.DISPENSED_HERE, true,
        new Said("It was dispensed here on " + before.at() + " for another prescription, or some time ago.",
            "Sudah diserahkan di sini pada " + before.at() + " untuk resep lain, atau beberapa waktu lalu."),
        new Said("Do not dispense. Look for the other pack: one was given without being scanned, or came back, or is a copy.",
            "Jangan serahkan. Cari kemasan yang satu lagi: ada yang diserahkan tanpa dipindai, atau dikembalikan, atau"
            + " salinan."));
  }
}
