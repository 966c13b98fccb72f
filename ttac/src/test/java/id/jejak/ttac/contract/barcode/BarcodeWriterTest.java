package id.jejak.ttac.contract.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarcodeWriterTest {

  private static final List<Element> PACK =
      BarcodeWriter.byNie("DKL0870700244C1", "A108", LocalDate.of(2028, 8, 31), "P123");

  @Test
  void separatesOnlyValuesWithoutPredefinedLength() {
    assertEquals("90DKL0870700244C1\u001d10A108\u001d1728083121P123", BarcodeWriter.separated(PACK));
    assertEquals("90DKL0870700244C1\\u001d10A108\\u001d1728083121P123", BarcodeWriter.escaped(PACK));
    assertEquals("]d290DKL0870700244C1\u001d10A108\u001d1728083121P123", BarcodeWriter.scanned(PACK));
    assertEquals("(90)DKL0870700244C1(10)A108(17)280831(21)P123", BarcodeWriter.bracketed(PACK));
  }

  @Test
  void writesForPeople() {
    var reading = (Reading.Structured) BarcodeText.read("(90)DKL0870700244C1(17)280800(240)R1", Packs.NOW);
    assertEquals("NIE DKL0870700244C1, Exp 2028-08-31, (240) R1", BarcodeWriter.human(reading));
  }

  @Test
  void refusesWhatNoSymbolMayCarry() {
    var wrong = List.of(new Element(ApplicationIdentifier.GTIN, "08991234567899"));
    var thrown = assertThrows(IllegalArgumentException.class, () -> BarcodeWriter.separated(wrong));
    assertTrue(thrown.getMessage().startsWith("(01)08991234567899: "), thrown.getMessage());
    assertThrows(IllegalArgumentException.class,
        () -> BarcodeWriter.byNie("N 1", "A", LocalDate.of(2028, 8, 31), "P"));
    assertThrows(IllegalArgumentException.class, () -> Element.of("05", "X"));
  }

  @Test
  void computesCheckDigits() {
    assertEquals('2', BarcodeWriter.checkDigit("0950600013435"));
  }

  @Test
  void knowsWhichElementsNeedNoSeparator() {
    assertTrue(ApplicationIdentifier.EXPIRY.predefined());
    assertFalse(ApplicationIdentifier.of("402").orElseThrow().predefined());
    assertTrue(ApplicationIdentifier.of("3103").orElseThrow().predefined());
    assertTrue(ApplicationIdentifier.of("04").isEmpty());
    assertTrue(ApplicationIdentifier.of("310").isEmpty());
    assertTrue(ApplicationIdentifier.of("1423").isEmpty());
  }
}
