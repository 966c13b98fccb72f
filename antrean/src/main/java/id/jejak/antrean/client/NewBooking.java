package id.jejak.antrean.client;

import id.jejak.antrean.contract.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A booking to tell BPJS of. Prints nothing of the patient.
 *
 * @param card of a member; null for anybody else
 * @param sub code of the subspecialty
 * @param hours as HFIS has them, {@code 08:00-16:00}
 * @param kind 1 to 4
 * @param reference of a member's visit; null for anybody else
 */
public record NewBooking(String code, @Nullable String card, String nik, String phone, String sub, String clinicName,
    boolean newPatient, String record, LocalDate day, int doctor, String doctorName, String hours, int kind,
    @Nullable String reference, String number, int count, Instant estimate, Places places, String remark) {
  /** Places of the session, for members and others. */
  public record Places(int leftMembers, int members, int leftOthers, int others) {}

  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodebooking", code);
    body.put("jenispasien", card == null ? Words.NON_JKN : Words.JKN);
    body.put("nomorkartu", card == null ? "" : card);
    body.put("nik", nik);
    body.put("nohp", phone);
    body.put("kodepoli", sub);
    body.put("namapoli", clinicName);
    body.put("pasienbaru", newPatient ? 1 : 0);
    body.put("norm", record);
    body.put("tanggalperiksa", day.toString());
    body.put("kodedokter", doctor);
    body.put("namadokter", doctorName);
    body.put("jampraktek", hours);
    body.put("jeniskunjungan", kind);
    body.put("nomorreferensi", reference == null ? "" : reference);
    body.put("nomorantrean", number);
    body.put("angkaantrean", count);
    body.put("estimasidilayani", estimate.toEpochMilli());
    body.put("sisakuotajkn", places.leftMembers());
    body.put("kuotajkn", places.members());
    body.put("sisakuotanonjkn", places.leftOthers());
    body.put("kuotanonjkn", places.others());
    body.put("keterangan", remark);
    return body;
  }

  @Override
  public String toString() {
    return "NewBooking[***]";
  }
}
