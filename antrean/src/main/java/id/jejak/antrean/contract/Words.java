package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.List;
import java.util.Optional;

/** Words that stand for a kind of something. Compared without case, given out in each service's own spelling. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS and RS; facts 6.2", seen = "2026-11")
public final class Words {
  /** A member of the national insurance. */
  public static final String JKN = "JKN";
  /** Anybody else. */
  public static final String NON_JKN = "NON JKN";
  /** Kinds of prescription in {@code updatewaktu}. */
  public static final List<String> PRESCRIPTIONS = List.of("Tidak ada", "Racikan", "Non racikan");
  /** Kinds of prescription in {@code antrean/farmasi/add}. */
  public static final List<String> PHARMACY_PRESCRIPTIONS = List.of("racikan", "non racikan");
  /** Kinds of prescription in a hospital's answers. */
  public static final List<String> HOSPITAL_PRESCRIPTIONS = List.of("Racikan", "Non Racikan");
  /** Not called yet. */
  public static final String WAITING = "Belum dilayani";
  /** Called by the doctor. */
  public static final String SERVED_NOW = "Sedang dilayani";
  /** Done at the clinic. */
  public static final String SERVED = "Selesai dilayani";
  /** Cancelled, or never came. */
  public static final String CANCELLED = "Batal";
  /** A booking made in Mobile JKN. */
  public static final String FROM_MOBILE = "Mobile JKN";
  /** A booking that a hospital told. The later catalogue shows the other word only; this one is seen in the field. */
  public static final String FROM_HOSPITAL = "Bridging Antrean";
  /** Arrival hint of a booking at the hospital. */
  public static final String HINT_60 = "Peserta harap 60 menit lebih awal guna pencatatan administrasi.";

  private Words() {}

  /** The word in the list's own spelling. */
  public static Optional<String> among(List<String> words, String given) {
    return words.stream().filter(word -> word.equalsIgnoreCase(given.strip())).findFirst();
  }
}
