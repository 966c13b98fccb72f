package id.jejak.antrean.client.uat;

import id.jejak.antrean.client.uat.Acceptance.Ground;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent in the scenarios. Stateless. */
final class Bodies {
  private Bodies() {}

  static Map<String, Object> status(Ground ground) {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodepoli", ground.sub());
    body.put("kodedokter", ground.doctor());
    body.put("tanggalperiksa", ground.day().toString());
    body.put("jampraktek", ground.hours());
    return body;
  }

  static Map<String, Object> wish(Ground ground) {
    return wish(ground, ground.card(), ground.nik(), ground.record(), ground.reference());
  }

  static Map<String, Object> wish(Ground ground, String card, String nik, String record, String reference) {
    var body = new LinkedHashMap<String, Object>();
    body.put("nomorkartu", card);
    body.put("nik", nik);
    body.put("nohp", "085635228888");
    body.put("norm", record);
    body.putAll(status(ground));
    body.put("jeniskunjungan", 1);
    body.put("nomorreferensi", reference);
    return body;
  }

  static Map<String, Object> booking(String code) {
    return new LinkedHashMap<>(Map.of("kodebooking", code));
  }

  static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  /** Nine in the morning, in milliseconds. */
  static long morning(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.ofHours(7)).toEpochMilli();
  }
}
