package id.jejak.antrean.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who wants a number, where and when. Prints nothing of the patient.
 *
 * @param card empty for who is no member
 * @param record number of the medical record; empty when there is none
 * @param reference empty for who is no member
 */
public record Visitor(String card, String nik, String phone, String record, String sub, int doctor, LocalDate day,
    String hours, int kind, String reference) {
  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("nomorkartu", card);
    body.put("nik", nik);
    body.put("nohp", phone);
    body.put("kodepoli", sub);
    body.put("norm", record);
    body.put("tanggalperiksa", day.toString());
    body.put("kodedokter", doctor);
    body.put("jampraktek", hours);
    body.put("jeniskunjungan", kind);
    body.put("nomorreferensi", reference);
    return body;
  }

  @Override
  public String toString() {
    return "Visitor[***]";
  }
}
