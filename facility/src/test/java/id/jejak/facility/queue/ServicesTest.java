package id.jejak.facility.queue;

import static id.jejak.facility.queue.TestQueue.TODAY;
import static id.jejak.facility.queue.TestQueue.said;
import static id.jejak.facility.queue.TestQueue.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient's way through the hospital, and what BPJS is owed of it. */
class ServicesTest {
  private static TestQueue hospital;

  @BeforeAll
  static void start() {
    hospital = new TestQueue();
  }

  @AfterAll
  static void stop() {
    hospital.close();
  }

  @BeforeEach
  void fresh() {
    hospital.reset();
  }

  private static Map<String, Object> code(String code, Object... more) {
    return more.length == 0 ? Map.of("kodebooking", code) : Map.of("kodebooking", code, (String) more[0], more[1]);
  }

  private static String checkIn(String code) {
    return said(hospital.rs(RsOperations.CHECK_IN, code(code, "waktu", hospital.clock.millis())));
  }

  private static int pharmacyNumber(String code) {
    return hospital.rs(RsOperations.TAKE_PHARMACY, code(code)).path("response").path("nomorantrean").intValue();
  }

  @Test
  void aKnownPatientTakesANumberComesIsCalledAndTakesMedicineHome() {
    var taken = hospital.take(1, TODAY);
    assertEquals("200 Ok", said(taken), taken.toString());
    var ticket = taken.path("response");
    var code = ticket.path("kodebooking").asString();
    assertEquals("17032021B001", code);
    assertEquals("B-1", ticket.path("nomorantrean").asString());
    assertEquals(29, ticket.path("sisakuotajkn").intValue());
    assertEquals(TestQueue.NOW.toEpochMilli(), ticket.path("estimasidilayani").longValue());
    assertEquals(List.of(), hospital.delivery.of(code));
    assertEquals("200 Ok", checkIn(code));
    assertEquals("201 Pasien sudah melakukan check in", checkIn(code));
    hospital.clock.advance(Duration.ofMinutes(3));
    assertTrue(hospital.event(code, "call").contains("\"told\":[3]"));
    assertEquals("B-1", hospital.rs(RsOperations.STATUS, wish(1, TODAY)).path("response").path("antreanpanggil")
        .asString());
    assertTrue(hospital.event(code, "start").contains("\"told\":[3,4]"));
    hospital.clock.advance(Duration.ofMinutes(5));
    assertEquals("201 Anda tidak memiliki resep dari dokter yang anda tuju, silahkan konfirmasi petugas poli",
        said(hospital.rs(RsOperations.TAKE_PHARMACY, code(code))));
    hospital.pharmacy(tx -> hospital.queue.prescriptionSigned(tx, code, hospital.clock.instant(), true));
    assertEquals("201 Pasien belum masuk antrean farmasi.",
        said(hospital.rs(RsOperations.PHARMACY_STATUS, code(code))));
    assertEquals(1, pharmacyNumber(code));
    assertEquals(1, pharmacyNumber(code));
    hospital.clock.advance(Duration.ofMinutes(1));
    hospital.pharmacy(tx -> hospital.queue.served(tx, code, hospital.clock.instant(), true, false));
    hospital.clock.advance(Duration.ofMinutes(1));
    hospital.pharmacy(tx -> hospital.queue.served(tx, code, hospital.clock.instant(), false, true));
    var line = hospital.rs(RsOperations.PHARMACY_STATUS, code(code)).path("response");
    assertEquals("Racikan 1 0 1", line.path("jenisresep").asString() + " " + line.path("totalantrean").intValue() + " "
        + line.path("sisaantrean").intValue() + " " + line.path("antreanpanggil").intValue());
    assertEquals(List.of("updatewaktu 3", "updatewaktu 4", "updatewaktu 5", "farmasi/add", "updatewaktu 6",
        "updatewaktu 7"), hospital.delivery.of(code));
    assertEquals("Racikan", hospital.delivery.posted.get(2).body().path("jenisresep").asString());
    assertEquals("201 Pasien Sudah Dilayani, Antrean Tidak Dapat Dibatalkan",
        said(hospital.rs(RsOperations.CANCEL, code(code, "keterangan", "x"))));
  }

  @Test
  void aPatientWithoutARecordRegistersAndPassesAdmission() {
    var wish = wish(77, TODAY);
    assertEquals("202 Data pasien ini tidak ditemukan, silahkan Melakukan Registrasi Pasien Baru",
        said(hospital.rs(RsOperations.TAKE, wish)));
    var newcomer = new java.util.LinkedHashMap<String, Object>(Map.of("nomorkartu", TestQueue.card(77), "nik",
        TestQueue.nik(77), "nomorkk", "1", "nama", "sumarsono", "jeniskelamin", "L", "tanggalahir", "1985-03-01",
        "nohp", "08", "alamat", "a"));
    for (var field : List.of("kodeprop", "namaprop", "kodedati2", "namadati2", "kodekec", "namakec", "kodekel",
        "namakel", "rw", "rt")) {
      newcomer.put(field, "1");
    }
    var registered = hospital.rs(RsOperations.REGISTER, newcomer);
    assertEquals("200 Harap datang ke admisi untuk melengkapi data rekam medis", said(registered));
    assertEquals("200001", registered.path("response").path("norm").asString());
    assertEquals("201 Data Peserta Sudah Pernah Dientrikan", said(hospital.rs(RsOperations.REGISTER, newcomer)));
    var code = hospital.rs(RsOperations.TAKE, wish).path("response").path("kodebooking").asString();
    assertEquals("200 Ok", checkIn(code));
    hospital.clock.advance(Duration.ofMinutes(1));
    hospital.event(code, "admission-call");
    hospital.clock.advance(Duration.ofMinutes(1));
    hospital.event(code, "admission-done");
    assertEquals(List.of("updatewaktu 1", "updatewaktu 2", "updatewaktu 3"), hospital.delivery.of(code));
  }

  @Test
  void cancellingFreesThePlaceAndNeverTheNumber() {
    var first = hospital.take(1, TODAY).path("response").path("kodebooking").asString();
    assertEquals("200 Ok", said(hospital.rs(RsOperations.CANCEL, code(first, "keterangan", "x"))));
    assertEquals("201 Antrean Tidak Ditemukan atau Sudah Dibatalkan",
        said(hospital.rs(RsOperations.CANCEL, code(first, "keterangan", "x"))));
    assertEquals("201 Data Booking Sudah Dibatalkan", said(hospital.rs(RsOperations.REMAINING, code(first))));
    var second = hospital.take(1, TODAY).path("response");
    assertEquals("B-2", second.path("nomorantrean").asString());
    assertEquals(29, second.path("sisakuotajkn").intValue());
    assertEquals("201 Nomor Antrean Hanya Dapat Diambil 1 Kali Pada Tanggal Yang Sama", said(hospital.take(1, TODAY)));
    var left = hospital.rs(RsOperations.REMAINING, code(second.path("kodebooking").asString())).path("response");
    assertEquals(1, left.path("sisaantrean").intValue());
    assertEquals(0, left.path("waktutunggu").intValue());
  }

  @Test
  void whatWasForgottenIsAGapUntilSomebodySaysWhatHappened() {
    var code = hospital.take(1, TODAY).path("response").path("kodebooking").asString();
    hospital.clock.advance(Duration.ofMinutes(30));
    var view = hospital.event(code, "start");
    assertTrue(view.contains("\"told\":[]") && view.contains("task 3 was not recorded"), view);
    hospital.clock.advance(Duration.ofMinutes(5));
    hospital.event(code, "finish");
    assertEquals(List.of(), hospital.delivery.of(code));
    var corrected = hospital.desk("POST", "/bookings/" + code + "/corrections", Map.of("task", 3, "at",
        "2021-03-17T08:10:00+07:00", "by", "Ani", "reason", "the screen was dark")).text();
    assertTrue(corrected.contains("\"told\":[3,4,5]") && corrected.contains("\"gaps\":[]"), corrected);
    assertEquals(List.of("updatewaktu 3", "updatewaktu 4", "updatewaktu 5"), hospital.delivery.of(code));
    assertEquals(409, hospital.desk("POST", "/bookings/" + code + "/corrections", Map.of("task", 3, "at",
        "2021-03-17T08:11:00+07:00", "by", "Ani", "reason", "again")).status());
  }

  @Test
  void whoNeverCameIsAbsentWhenTheDoorsClosed() {
    var code = hospital.take(1, TODAY).path("response").path("kodebooking").asString();
    var here = hospital.take(2, TODAY).path("response").path("kodebooking").asString();
    checkIn(here);
    hospital.clock.set(java.time.Instant.parse("2021-03-17T10:30:00Z"));
    ((id.jejak.facility.queue.http.Rooms) hospital.queue.sandbox().orElseThrow()).findAbsent();
    assertEquals(List.of("updatewaktu 99"), hospital.delivery.of(code));
    assertEquals(java.time.Instant.parse("2021-03-17T09:00:00Z").toEpochMilli(),
        hospital.delivery.posted.getLast().body().path("waktu").longValue());
    assertEquals(List.of("updatewaktu 3"), hospital.delivery.of(here));
  }

  @Test
  void aWalkInIsToldToBpjs() {
    hospital.know(5);
    var answer = hospital.desk("POST", "/walk-ins", Map.of("sub", "ANA", "doctor", 12346, "hours", "08:00-16:00",
        "record", "T5", "reference", "R5"));
    assertEquals(200, answer.status(), answer.text());
    assertEquals(List.of("add"), hospital.delivery.of("17032021B001"));
    assertEquals(409, hospital.desk("POST", "/walk-ins", Map.of("sub", "ANA", "doctor", 12346, "hours", "08:00-16:00",
        "record", "T5")).status());
    var other = hospital.desk("POST", "/walk-ins", Map.of("sub", "ANA", "doctor", 12346, "hours", "08:00-16:00",
        "nik", TestQueue.nik(9), "name", "Budi", "member", false));
    assertTrue(other.text().contains("\"number\":\"B-2\"") && other.text().contains("\"new_patient\":true"),
        other.text());
    assertEquals(200, hospital.desk("POST", "/bookings/17032021B001/cancellation", Map.of("reason", "ill")).status());
    assertEquals(List.of("add", "batal"), hospital.delivery.of("17032021B001"));
  }

  @Test
  void tokensEndAndBelongToTheirUser() {
    var old = hospital.signed();
    assertEquals("201 Token Invalid", said(hospital.rs(RsOperations.STATUS, "{}",
        Headers.of(Header.TOKEN, hospital.token(), Header.USERNAME, "other"))));
    assertEquals("201 Token Invalid", said(hospital.rs(RsOperations.STATUS, "{}", Headers.NONE)));
    hospital.clock.advance(Duration.ofMinutes(61));
    assertEquals("201 Token Expired", said(hospital.rs(RsOperations.STATUS, "{}", old)));
    assertEquals("201 Request Tidak Dapat Dibaca, gunakan JSON object", said(hospital.rs(RsOperations.STATUS, "[")));
    assertEquals("{\"metadata\":{\"message\":\"Username atau Password Tidak Sesuai\",\"code\":201}}",
        hospital.router.handle(Request.of("GET", "/rs/token", Headers.of(Header.USERNAME, TestQueue.USER,
            Header.PASSWORD, "x"), Body.EMPTY)).text());
  }
}
