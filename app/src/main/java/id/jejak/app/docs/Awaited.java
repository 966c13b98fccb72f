package id.jejak.app.docs;

import java.util.List;

/**
 * Operations of documents that no part implements yet, so that a table of every document can say so. A document leaves
 * this list when its part moves in; a test keeps anything from standing in both.
 *
 * @param system short name that its part will have
 * @param document as in the tables
 * @param title as the document calls it
 * @param request method and path; without a path where the document leaves it to each hospital or prints none
 */
public record Awaited(String system, String document, String title, String request) {
  private static final String ANTREAN = "BPJS antrean";
  private static final String ANTREAN_RS = "BPJS antrean, hospital's side";

  /** All of them, by document. */
  public static final List<Awaited> ALL = List.of(
      bpjs("Referensi Jadwal Dokter", "GET /jadwaldokter/kodepoli/{kodepoli}/tanggal/{tanggal}"),
      bpjs("Update Jadwal Dokter HFIS", "POST /updatejadwaldokter"),
      bpjs("Tambah Antrean", "POST /antrean/add"),
      bpjs("Batal Antrean", "POST /antrean/batal"),
      bpjs("Update Waktu", "POST /antrean/updatewaktu"),
      bpjs("List Waktu Task ID", "POST /antrean/getlisttask"),
      bpjs("Kontrol (Update WS VClaim)", "eight services"),
      bpjs("Rujukan (Update WS VClaim)", "five services"),
      hospital("Token", "GET"),
      hospital("Status Antrean", "POST"),
      hospital("Get Antrean", "POST"),
      hospital("Sisa Antrean Pasien", "POST"),
      hospital("Batal Antrean", "POST"),
      hospital("Check In", "POST"),
      hospital("Pasien Baru", "POST"),
      hospital("Jadwal Operasi RS", "POST"),
      hospital("Jadwal Operasi Pasien", "POST"));

  private static Awaited bpjs(String title, String request) {
    return new Awaited("antrean", ANTREAN, title, request);
  }

  private static Awaited hospital(String title, String request) {
    return new Awaited("facility", ANTREAN_RS, title, request);
  }
}
