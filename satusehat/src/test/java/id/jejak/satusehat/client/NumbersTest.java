package id.jejak.satusehat.client;

import static id.jejak.satusehat.client.Desks.done;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.TestSatusehat;
import id.jejak.satusehat.client.care.Dosage;
import id.jejak.satusehat.client.care.Form;
import id.jejak.satusehat.client.care.Medicine;
import id.jejak.satusehat.client.care.Prescribed;
import id.jejak.satusehat.client.care.Prescribing;
import id.jejak.satusehat.client.care.Quantity;
import id.jejak.satusehat.client.care.Unit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A national number is awaited: by listening over a socket, and by looking. */
class NumbersTest {
  private static final String SOME_SECONDS = "PT2S";
  private final TestSatusehat satusehat =
      new TestSatusehat(Map.of("satusehat.number-after", SOME_SECONDS, "satusehat.relate-after", "PT1S"));

  @AfterEach
  void close() {
    satusehat.close();
  }

  private Prescribing sent(Handler line, Numbers numbers) {
    var hospital = Desks.hospital(satusehat, line, numbers);
    var visit = hospital.visit("N1", done(hospital.patient(Desks.PATIENT)), done(hospital.doctor(Desks.DOCTOR)));
    done(visit.open());
    var draft = visit.prescription("N1-R").add(Prescribed.of(
        Medicine.product("93006334", "Paracetamol 500 mg Tablet (INDOFARMA)", Form.TABLET),
        Quantity.of(10, Unit.TABLET), 3, Dosage.of(1, Unit.TABLET).times(3).aDay().saying("3 kali sehari")));
    done(draft.send());
    return draft;
  }

  @Test
  void isHeardOverASocketAsSoonAsItIsGiven() {
    try (var server = HttpServer.start("127.0.0.1", 0, satusehat.handler, new RequestIds(1))) {
      var base = "http://127.0.0.1:" + server.port();
      try (var line = new HttpTransport(base, Duration.ofSeconds(10));
          var stream = new StreamTransport(base, Duration.ofSeconds(15))) {
        var fhir = Desks.fhir(satusehat, line, TestSatusehat.HOSPITAL);
        var access = Desks.as(TestSatusehat.HOSPITAL);
        var draft = sent(line, Numbers.listening(fhir, stream, access, Desks.AT_ONCE));
        var nrn = done(draft.number(Duration.ofSeconds(30)));
        assertTrue(nrn.matches("[0-9]{6}-[2-9A-HJ-NP-Z]{7}"), nrn);
      }
    }
  }

  @Test
  void isLookedForWhereNobodyTellsOfIt() {
    var fhir = Desks.fhir(satusehat, satusehat.handler, TestSatusehat.HOSPITAL);
    var draft = sent(satusehat.handler, Numbers.polling(fhir, Pause.real()));
    assertInstanceOf(Later.class, draft.number(Duration.ofMillis(300)));
    done(draft.number(Duration.ofSeconds(30)));
  }
}
