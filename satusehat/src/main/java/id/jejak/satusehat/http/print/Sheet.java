package id.jejak.satusehat.http.print;

import java.util.List;
import java.util.Optional;

/**
 * What stands on a prescription.
 *
 * @param number national number; empty while it was not given
 * @param written such as {@code 3 Desember 2024}
 * @param patient what is said of the patient, line by line
 * @param payment who pays, and the number of the letter
 * @param copy who copies; empty for the prescription itself
 */
public record Sheet(Letterhead letterhead, Optional<String> number, String doctor, String written, List<Entry> entries,
    List<String> patient, String payment, Optional<Copy> copy) {
  /**
   * Kop surat.
   *
   * @param lines address, telephone, links
   */
  public record Letterhead(String name, List<String> lines) {
    /** Copies the list. */
    public Letterhead {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One item.
   *
   * @param lines what is wanted: {@code R/} stands before the first
   * @param signa how it is taken, line by line, then in the patient's words
   * @param note for the pharmacist, or empty
   * @param mark of a copy: det, nedet, did; empty on the prescription itself
   */
  public record Entry(List<String> lines, List<String> signa, String note, String mark) {
    /** Copies the lists. */
    public Entry {
      lines = List.copyOf(lines);
      signa = List.copyOf(signa);
    }
  }

  /** Who copies, and when. */
  public record Copy(String pharmacy, String on) {}

  /** Copies the lists. */
  public Sheet {
    entries = List.copyOf(entries);
    patient = List.copyOf(patient);
  }
}
