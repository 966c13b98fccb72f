package id.jejak.facility.pharmacy.http.print;

import java.util.List;

/**
 * A prescription on paper, or its copy for the next pharmacy.
 *
 * @param copy whether it is a copy, which says what was given
 * @param number of the prescription; the national number where there is one already
 * @param national whether {@code number} is the national one
 * @param signer who answers: the doctor of a prescription, the pharmacist of a copy
 */
public record Script(boolean copy, String facility, String number, boolean national, String doctor, String day,
    String patient, String signer, List<Item> items) {
  /** Copies the list. */
  public Script {
    items = List.copyOf(items);
  }

  /**
   * One R/.
   *
   * @param lines what, and how it is made
   * @param signa how it is taken
   * @param repeats {@code iter 2x} or {@code ne iter}
   * @param given {@code det}, {@code nedet}, {@code did X}; empty on the prescription itself
   */
  public record Item(List<String> lines, String signa, String repeats, String given) {
    /** Copies the list. */
    public Item {
      lines = List.copyOf(lines);
    }
  }
}
