package id.jejak.satusehat.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.satusehat.TestSatusehat;
import id.jejak.satusehat.client.variations.Variation;
import id.jejak.satusehat.client.variations.VariationRun;
import id.jejak.satusehat.client.variations.Variations;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All twelve kinds of prescription, until nothing remains. */
class VariationsTest {
  private static TestSatusehat satusehat;

  @BeforeAll
  static void start() {
    satusehat = new TestSatusehat();
  }

  @AfterAll
  static void stop() {
    satusehat.close();
  }

  @Test
  void eachEndsWithNothingLeft() {
    var line = satusehat.handler;
    var said = new ArrayList<String>();
    var numbers = Numbers.polling(Desks.fhir(satusehat, line, TestSatusehat.HOSPITAL), Desks.AT_ONCE);
    var run = new VariationRun(Desks.hospital(satusehat, line, numbers), Desks.pharmacy(satusehat, line),
        new VariationRun.People(Desks.PATIENT, Desks.DOCTOR, Desks.PHARMACIST), said::add);
    var all = Variations.all(satusehat.clock.instant());
    assertEquals(12, all.stream().map(Variation::name).distinct().count());
    for (var variation : all) {
      run.play(variation, "VAR-" + variation.name());
    }
    assertEquals(12, said.stream().filter(line1 -> line1.contains("nothing remains")).count());
    assertTrue(said.contains("  remains 20 of 30 CAP"), said.toString());
  }
}
