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
  private static final String SATUSEHAT = "SATUSEHAT, pharmacy";
  private static final String ANTREAN = "BPJS antrean";
  private static final String ANTREAN_RS = "BPJS antrean, hospital's side";

  /** All of them, by document. */
  public static final List<Awaited> ALL = List.of(
      satusehat("Data pasien dan nakes", "GET /fhir-r4/v1/Patient, /Practitioner"),
      satusehat("Struktur organisasi dan lokasi", "POST /fhir-r4/v1/Organization, /Location"),
      satusehat("Pendaftaran kunjungan", "POST /fhir-r4/v1/Encounter"),
      satusehat("Berat dan tinggi badan", "POST /fhir-r4/v1/Observation"),
      satusehat("Peresepan obat", "POST /fhir-r4/v1/MedicationRequest"),
      satusehat("Dokumen resep dan nomor resep nasional", "POST /fhir-r4/v1/DocumentReference"),
      satusehat("Pengeluaran obat", "POST /fhir-r4/v1/MedicationDispense"),
      satusehat("Authorization (eresep)", "POST"),
      satusehat("GET Prescription (eresep)", "GET /eresep/v2/prescriptions/:nrn"),
      satusehat("Pembaharuan data kunjungan", "PUT /fhir-r4/v1/Encounter/{id}"),
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

  private static Awaited satusehat(String title, String request) {
    return new Awaited("satusehat", SATUSEHAT, title, request);
  }

  private static Awaited bpjs(String title, String request) {
    return new Awaited("antrean", ANTREAN, title, request);
  }

  private static Awaited hospital(String title, String request) {
    return new Awaited("facility", ANTREAN_RS, title, request);
  }
}
