package id.jejak.facility.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What settings change of the services that BPJS calls. */
class SettingsTest {
  @Test
  void theStrictRuleOfTheSlidesWantsTheDayBefore() {
    try (var hospital = new TestQueue(Map.of("queue.strict", "true", "queue.horizon", "10"))) {
      assertEquals("201 Pengambilan nomor antrian paling cepat H - 1",
          TestQueue.said(hospital.take(1, TestQueue.TODAY)));
      assertEquals("200 Ok", TestQueue.said(hospital.take(1, "2021-03-18")));
      assertEquals("201 Tanggal periksa bisa dilakukan tanggal 2021-03-18 hingga tanggal 2021-03-27",
          TestQueue.said(hospital.take(2, "2021-03-28")));
    }
  }

  @Test
  void aCodeIsTheStatusTooWhereThatIsSet() {
    try (var hospital = new TestQueue(Map.of("queue.status.copied", "true"))) {
      var refused = hospital.router.handle(Request.of("GET", "/rs/token", Headers.of(Header.USERNAME, TestQueue.USER,
          Header.PASSWORD, "salah"), Body.EMPTY));
      assertEquals(201, refused.status());
      assertEquals(202, hospital.router.handle(Request.of("POST", "/rs/ambilantrean", hospital.signed(), Body.of(
          TestQueue.json(TestQueue.wish(77, TestQueue.TODAY))))).status());
    }
  }

  @Test
  void aHospitalWithoutAPharmacyQueueSaysNothingOfPrescriptions() {
    try (var hospital = new TestQueue(Map.of("queue.pharmacy", "false", "queue.zone", "WITA"))) {
      var code = hospital.take(1, TestQueue.TODAY).path("response").path("kodebooking").asString();
      hospital.event(code, "check-in");
      assertFalse(hospital.delivery.posted.toString().contains("jenisresep"));
      assertEquals("200 Ok", TestQueue.said(hospital.rs(RsOperations.STATUS, Map.of("kodepoli", "ANA", "kodedokter",
          12346, "tanggalperiksa", TestQueue.TODAY, "jampraktek", "08:00-16:00"))));
    }
  }
}
