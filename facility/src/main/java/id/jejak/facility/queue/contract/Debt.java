package id.jejak.facility.queue.contract;

/** What a hospital owes to BPJS, as parcels are called. */
public final class Debt {
  /** The remote's name. */
  public static final String REMOTE = "antrean";
  /** A booking made at the desk. */
  public static final String ADD = "antrean/add";
  /** Something that happened; with {@code taskid}, {@code waktu} and perhaps {@code jenisresep}. */
  public static final String TASK = "antrean/updatewaktu";
  /** A booking cancelled at the desk; with {@code keterangan}. */
  public static final String CANCEL = "antrean/batal";
  /** A number in the pharmacy's queue; with {@code jenisresep} and {@code nomorantrean}. */
  public static final String PHARMACY = "antrean/farmasi/add";

  private Debt() {}
}
