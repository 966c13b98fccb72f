package id.jejak.ttac.contract.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LostSeparatorsTest {

  private static final String GS = "\u001d";
  private static final String GTIN = "01" + "0899123456789" + BarcodeWriter.checkDigit("0899123456789");

  @Test
  void placesSeparatorsWhereTheyMakeTheOnlyWholePack() {
    var reading = structured("90DKL0870700244C110A10817280831" + "21P12313226", Known.NOTHING);
    var whole = structured("(90)DKL0870700244C1(10)A108(17)280831(21)P12313226", Known.NOTHING);
    assertEquals(whole.key(), reading.key());
    assertEquals(List.of(Hint.LOST_SEPARATOR, Hint.SETTLED_BY_GRAMMAR), reading.hints());
  }

  @Test
  void refusesToGuessBetweenTwoWholePacks() {
    var reading = ambiguous("90DKL0870700244C1" + "17280831" + "10A2110" + "21P7");
    assertEquals(2, reading.candidates().size());
    assertEquals(2, reading.keys().size());
    assertEquals(reading.text(), reading.key());
  }

  @Test
  void letsTheKnownBatchDecide() {
    var text = "90DKL0870700244C1" + "17280831" + "10A2110" + "21P7";
    var reading = structured(text, Known.batch("A2110"));
    assertEquals("P7", reading.serial().orElseThrow());
    assertEquals(List.of(Hint.LOST_SEPARATOR, Hint.SETTLED_BY_KNOWN), reading.hints());
  }

  @Test
  void ignoresWhatIsKnownAboutAnotherPack() {
    assertInstanceOf(Reading.Ambiguous.class, BarcodeText.read(
        "90DKL0870700244C117280831" + "10A2110" + "21P7", Packs.NOW, Known.pack("DKL9999999999A1", "Z")));
  }

  @Test
  void letsTheKnownNieDecideAgainstTheGrammar() {
    var text = "90NIE10123456" + "10A1" + "17280831" + "21P7";
    assertInstanceOf(Reading.Ambiguous.class, BarcodeText.read(text, Packs.NOW));
    assertEquals("A1", structured(text, Known.nie("NIE10123456")).batch().orElseThrow());
  }

  @Test
  void takesATextThatNeedsNoSeparatorLiterally() {
    var reading = structured(GTIN + "17280831" + "21SER7", Known.NOTHING);
    assertEquals("SER7", reading.serial().orElseThrow());
    assertEquals(List.of(), reading.hints());
  }

  @Test
  void doubtsATextThatNeedsNoSeparatorButHidesABatch() {
    var reading = ambiguous(GTIN + "17280831" + "21ABC10DEF");
    assertEquals("DEF", reading.candidates().getFirst().batch().orElseThrow());
    assertEquals("ABC10DEF", reading.candidates().getLast().serial().orElseThrow());
  }

  @Test
  void trustsASeparatorInFront() {
    assertEquals("ABC10DEF",
        structured(GS + GTIN + "17280831" + "21ABC10DEF", Known.NOTHING).serial().orElseThrow());
  }

  @Test
  void reads029AsSeparatorWhereItStandsForAll() {
    var reading = structured("90DKL0870700244C102910A10802917280831" + "21P7", Known.NOTHING);
    assertEquals("A108", reading.batch().orElseThrow());
    assertTrue(reading.hints().contains(Hint.SPELT_SEPARATOR));
  }

  @Test
  void doubts029WhereItMayBelongToTheBatch() {
    var reading = ambiguous(GTIN + "10A1029" + "17280831" + "21P7");
    assertEquals(List.of("A1", "A1029"), reading.candidates().stream()
        .map(c -> c.batch().orElseThrow()).sorted().toList());
  }

  @Test
  void doubtsASingleLostSeparator() {
    var reading = structured("90DKL0870700244C1" + GS + "10A10817280831" + "21P7", Known.NOTHING);
    assertEquals(List.of(Hint.LOST_SEPARATOR), reading.hints());
  }

  @Test
  void goesPastNoSeparatorThatStands() {
    var reading = structured(
        "90DKL0870700244C1" + "10ABCDEFGHIJKLMN" + GS + "17280831" + "21P7", Known.NOTHING);
    assertEquals("ABCDEFGHIJKLMN", reading.batch().orElseThrow());
    assertEquals(List.of(Hint.LOST_SEPARATOR), reading.hints());
  }

  @Test
  void listsAtMostSixteenCandidates() {
    var reading = ambiguous("90029011250101101010210117212121212121122101017101010");
    assertEquals(Limits.CANDIDATES, reading.candidates().size());
  }

  @Test
  void givesUpOnHostileTexts() {
    var manySteps = "900111101010210110210292110210212111021029010101011101010111100";
    var manyReadings = "90111110172102910100292102110102121100291102902917171029";
    assertTrue(ambiguous(manySteps).hints().contains(Hint.TOO_MANY_READINGS));
    assertTrue(ambiguous(manyReadings).hints().contains(Hint.TOO_MANY_READINGS));
    assertInstanceOf(Reading.Opaque.class, BarcodeText.read("901021".repeat(33), Packs.NOW));
  }

  private static Reading.Structured structured(String text, Known known) {
    return assertInstanceOf(Reading.Structured.class, BarcodeText.read(text, Packs.NOW, known));
  }

  private static Reading.Ambiguous ambiguous(String text) {
    return assertInstanceOf(Reading.Ambiguous.class, BarcodeText.read(text, Packs.NOW));
  }
}
