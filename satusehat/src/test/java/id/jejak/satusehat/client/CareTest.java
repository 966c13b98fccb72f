package id.jejak.satusehat.client;

import static id.jejak.satusehat.client.Desks.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.satusehat.TestSatusehat;
import id.jejak.satusehat.client.care.Coverage;
import id.jejak.satusehat.client.care.Dosage;
import id.jejak.satusehat.client.care.Facility;
import id.jejak.satusehat.client.care.Form;
import id.jejak.satusehat.client.care.Medicine;
import id.jejak.satusehat.client.care.Prescribed;
import id.jejak.satusehat.client.care.Quantity;
import id.jejak.satusehat.client.care.Received;
import id.jejak.satusehat.client.care.Route;
import id.jejak.satusehat.client.care.Structure;
import id.jejak.satusehat.client.care.Substitution;
import id.jejak.satusehat.client.care.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Both roles of the document, over good lines and bad ones. */
class CareTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Medicine PARACETAMOL =
      Medicine.product("93006334", "Paracetamol 500 mg Tablet (INDOFARMA)", Form.TABLET)
          .with("91000101", "Paracetamol", Quantity.of(500, Unit.MILLIGRAM), Quantity.of(1, Unit.TABLET));
  private static TestSatusehat satusehat;

  @BeforeAll
  static void start() {
    satusehat = new TestSatusehat();
  }

  @AfterAll
  static void stop() {
    satusehat.close();
  }

  @BeforeEach
  void fresh() {
    satusehat.reset();
  }

  /** Calls a step until it is done, as the client's guide says; what is refused is an error here. */
  private static <T> T until(Supplier<Answer<T>> step) {
    for (int i = 0; i < 30; i++) {
      var answer = step.get();
      if (answer instanceof Done<T>(var value, _)) {
        return value;
      }
      if (answer instanceof Refused<T>) {
        throw new AssertionError(answer.toString());
      }
    }
    throw new AssertionError("never done");
  }

  private static Prescribed tenTablets() {
    return Prescribed.of(PARACETAMOL, Quantity.of(10, Unit.TABLET), 4,
        Dosage.of(1, Unit.TABLET).times(3).aDay().when(Dosage.When.AFTER_MEALS).by(Route.ORAL)
            .saying("3 kali sehari 1 tablet"));
  }

  private static String prescribe(Faults faults, String number) {
    var line = faults.around(satusehat.handler);
    var numbers = Numbers.polling(Desks.fhir(satusehat, line, TestSatusehat.HOSPITAL), Desks.AT_ONCE);
    var hospital = Desks.hospital(satusehat, line, numbers);
    var patient = until(() -> hospital.patient(Desks.PATIENT));
    var doctor = until(() -> hospital.doctor(Desks.DOCTOR));
    var visit = hospital.visit(number, patient, doctor);
    until(visit::open);
    until(visit::begin);
    until(() -> visit.diagnosis("R50.9", "Fever, unspecified"));
    var draft = visit.prescription(number + "-R").add(tenTablets()).add(tenTablets().repeated(1))
        .paidBy(Coverage.bpjs("0301R0011117V000008"))
        .beside(until(() -> visit.weight(new BigDecimal("56"))))
        .beside(until(() -> visit.height(new BigDecimal("165"))));
    until(draft::send);
    var nrn = until(() -> draft.number(PATIENCE));
    until(visit::finish);
    return nrn;
  }

  @Test
  void aPrescriptionGoesFromTheDoctorToThePharmacy() {
    var nrn = prescribe(new Faults(), "K1");
    var pharmacy = Desks.pharmacy(satusehat, satusehat.handler);
    var received = done(pharmacy.prescription(nrn));
    assertEquals(2, received.items().size());
    assertEquals("0301R0011117V000008", received.redeemable().sep());
    assertEquals(new BigDecimal("56"), received.redeemable().weight().orElseThrow());
    var second = received.items().get(1);
    assertEquals(new BigDecimal("20"), received.remaining(second).orElseThrow().remain());
    var pharmacist = done(pharmacy.pharmacist(Desks.PHARMACIST));
    var visit = pharmacy.visit("AP1", received.patient(), pharmacist);
    assertEquals("64", done(visit.open()).text("/serviceType/coding/0/code"));
    var dispense = done(visit.dispense(second).price(5_000).paidBy(Coverage.bpjs("0301R0011117V000008")).send());
    assertEquals("IDR", dispense.text("/contained/1/propertyGroup/0/priceComponent/0/amount/currency"));
    assertEquals("10", dispense.text("/quantity/value"));
    done(visit.dispense(second).giving(Medicine.product("93002785", "Paracetamol 500 mg Tablet (PANADOL)", Form.TABLET)
            .with("91000101", "Paracetamol", Quantity.of(500, Unit.MILLIGRAM), Quantity.of(1, Unit.TABLET)),
        Quantity.of(10, Unit.TABLET))
        .instead(new Substitution(Substitution.Type.BC, Substitution.Reason.OUT_OF_STOCK, "kosong",
            List.of(pharmacist))).send());
    var refused = assertInstanceOf(Refused.class, visit.dispense(second).send());
    assertEquals("business-rule", refused.code());
    assertTrue(refused.message().contains("remaining 0 TAB of 20 TAB"), refused.message());
    done(visit.finish());
    assertEquals(BigDecimal.ZERO, done(pharmacy.remaining(nrn)).item(second.id()).orElseThrow().remain());
  }

  @Test
  void unitsAndRoomsAreRegisteredOnce() {
    var fhir = Desks.fhir(satusehat, satusehat.handler, TestSatusehat.HOSPITAL);
    var facility = new Facility(TestSatusehat.HOSPITAL, "RAJAL TERPADU");
    var structure = new Structure(fhir, facility, Desks.AT_ONCE);
    var unit = done(structure.unit("POLI", "Poli Umum", Optional.empty()));
    assertEquals("Organization/" + TestSatusehat.HOSPITAL, unit.text("/partOf/reference"));
    var room = done(structure.room("POLI-1", "Ruang Poli Umum", unit.id()));
    var another = new Structure(fhir, facility, Desks.AT_ONCE);
    assertEquals(unit.id(), done(another.unit("POLI", "Poli Umum", Optional.empty())).id());
    assertEquals(room.id(), done(another.room("POLI-1", "Ruang Poli Umum", unit.id())).id());
  }

  @RepeatedTest(25)
  void whateverTheLineDoesEachThingIsDoneOnce(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var all = List.of(Faults.LOST, Faults.SWALLOWED, Faults.PAGE_200, Faults.PAGE_502, Faults.TRUNCATED, Faults.CUT,
        Faults.NOBODY, Faults.NONE, Faults.NONE, Faults.NONE, Faults.NONE);
    var faults = new Faults();
    for (int i = 0; i < 60; i++) {
      faults.plan(all.get(random.nextInt(all.size())));
    }
    var number = "X" + run.getCurrentRepetition();
    var nrn = prescribe(faults, number);
    var line = faults.around(satusehat.handler);
    var pharmacy = Desks.pharmacy(satusehat, line);
    var received = until(() -> pharmacy.prescription(nrn));
    assertEquals(2, received.items().size(), "each item was sent once");
    var visit = pharmacy.visit(number, received.patient(), until(() -> pharmacy.pharmacist(Desks.PHARMACIST)));
    until(visit::open);
    var dispensing = visit.dispense(received.items().getFirst());
    until(dispensing::send);
    until(visit::finish);
    var left = left(received, nrn);
    assertEquals(BigDecimal.ZERO, left, "the first was dispensed once");
    assertEquals(1, satusehat.get(TestSatusehat.PHARMACY, "/MedicationDispense?prescription="
        + received.items().getFirst().id()).path("total").asInt());
    assertEquals(1, satusehat.get(TestSatusehat.HOSPITAL, "/Encounter?identifier="
        + "http://sys-ids.kemkes.go.id/encounter/10000005|" + number).path("total").asInt());
    assertEquals(1, satusehat.get(TestSatusehat.HOSPITAL, "/DocumentReference?identifier="
        + "http://sys-ids.kemkes.go.id/prescription/10000005|" + number + "-R").path("total").asInt());
  }

  private static BigDecimal left(Received received, String nrn) {
    return done(Desks.pharmacy(satusehat, satusehat.handler).remaining(nrn))
        .item(received.items().getFirst().id()).orElseThrow().remain();
  }

  @Test
  void aProgramThatStartsAgainFindsWhatItSent() {
    var line = satusehat.handler;
    var numbers = Numbers.polling(Desks.fhir(satusehat, line, TestSatusehat.HOSPITAL), Desks.AT_ONCE);
    var hospital = Desks.hospital(satusehat, line, numbers);
    var patient = done(hospital.patient(Desks.PATIENT));
    var doctor = done(hospital.doctor(Desks.DOCTOR));
    var before = hospital.visit("S1", patient, doctor);
    done(before.open());
    var sent = done(before.prescription("S1-R").add(tenTablets()).send());
    var after = hospital.visit("S1", patient, doctor).resuming();
    assertEquals(before.reference(), done(after.open()).reference());
    assertEquals(sent.items(), done(after.prescription("S1-R").add(tenTablets()).send()).items());
  }
}
