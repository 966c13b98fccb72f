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
  private static final String ANTREAN_RS = "BPJS antrean, hospital's side";

  /** All of them, by document. */
  public static final List<Awaited> ALL = List.of(
      hospital("Token", "GET"),
      hospital("Status Antrean", "POST"),
      hospital("Get Antrean", "POST"),
      hospital("Sisa Antrean Pasien", "POST"),
      hospital("Batal Antrean", "POST"),
      hospital("Check In", "POST"),
      hospital("Pasien Baru", "POST"),
      hospital("Jadwal Operasi RS", "POST"),
      hospital("Jadwal Operasi Pasien", "POST"));

  private static Awaited hospital(String title, String request) {
    return new Awaited("facility", ANTREAN_RS, title, request);
  }
}
