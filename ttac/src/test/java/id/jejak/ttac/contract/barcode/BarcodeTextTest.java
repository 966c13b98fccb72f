package id.jejak.ttac.contract.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.db.Texts;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTextTest {

  private static final String GS = "\u001d";
  private static final String NIE_FORM =
      "90DKL0870700244C1" + GS + "10A108" + GS + "17280831" + "21P12313226";

  @Test
  void readsTheFormThatTravelsInTheApi() {
    var reading = structured(NIE_FORM.replace(GS, "\\u001d"));
    assertEquals("DKL0870700244C1", reading.nie().orElseThrow());
    assertEquals("A108", reading.batch().orElseThrow());
    assertEquals(LocalDate.of(2028, 8, 31), reading.expiresOn());
    assertEquals("P12313226", reading.serial().orElseThrow());
    assertEquals(GS + "NDKL0870700244C1" + GS + "A108" + GS + "280831" + GS + "P12313226", reading.key());
    assertTrue(reading.complete());
    assertEquals(List.of(), reading.hints());
  }

  @Test
  void needsNoGtinBesideTheNie() {
    assertTrue(structured("(90)TR202358291(10)B1").gtin().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TSR_SGTDEV001", "OKTADEV01BAR0000001", "123456789ASDCDEFGIHJKLN",
      "01gt123x108A003x1717080321P12313226", "123456", "KRT-2026/11", "21ABC", "10BOX", "1C", ""})
  void takesOwnCodesAsTheyAre(String code) {
    var reading = assertInstanceOf(Reading.Opaque.class, read("  " + code + "\n"));
    assertEquals(code, reading.key());
    assertEquals(List.of(code), reading.keys());
  }

  @Test
  void saysWhyTheExampleOfTheDocumentIsNoElementString() {
    assertEquals(List.of(Hint.WRONG_CHARACTER), read("01gt123x108A003x1717080321P12313226").hints());
  }

  @Test
  void saysNothingAboutABareSerial() {
    assertEquals(List.of(), read("21ABC").hints());
    assertEquals(List.of(Hint.NO_PRODUCT), read("10A1" + GS + "21ABC").hints());
  }

  @Test
  void readsDayZeroAsTheLastDay() {
    var zero = structured(NIE_FORM.replace("280831", "280200"));
    assertEquals(LocalDate.of(2028, 2, 29), zero.expiresOn());
    assertEquals(List.of(Hint.EXPIRY_DAY_ZERO), zero.hints());
    assertEquals(structured(NIE_FORM.replace("280831", "280229")).key(), zero.key());
  }

  @ParameterizedTest
  @CsvSource({"2026,76,2076", "2026,77,1977", "2026,26,2026", "2026,00,2000", "2060,10,2110", "2060,11,2011",
      "2099,49,2149", "2001,52,1952", "2001,51,2051"})
  void placesTwoDigitYearsFrom49YearsBackTo50YearsAhead(int now, String two, int full) {
    var reading = BarcodeText.read("(90)X(17)" + two + "0115", Year.of(now));
    assertEquals(LocalDate.of(full, 1, 15), ((Reading.Structured) reading).expiresOn());
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {
      "(01)08991234567899(21)1,WRONG_CHECK_DIGIT", "(00)123456789012345678,WRONG_CHECK_DIGIT",
      "(90)X(17)281301,WRONG_DATE", "(90)X(17)280230,WRONG_DATE", "(90)X(17)2808,WRONG_LENGTH",
      "(90)X(10)123456789012345678901,WRONG_LENGTH", "(90)X(10)a b,WRONG_CHARACTER", "(90)(10)A,WRONG_LENGTH",
      "(90)X(10)A(10)B,REPEATED_ELEMENT", "(10)A(21)B,NO_PRODUCT", "(05)A,UNKNOWN_ELEMENT"})
  void saysWhyBracketsAreNoElementString(String text, Hint why) {
    assertInstanceOf(Reading.Opaque.class, read(text));
    assertEquals(List.of(why), read(text).hints());
  }

  @Test
  void toleratesTheSameElementTwice() {
    assertEquals(structured(NIE_FORM).key(), structured(NIE_FORM + GS + "10A108").key());
  }

  @Test
  void readsAnSsccAndNamesThePalletByItAlone() {
    var digits = "38991234500000001";
    var sscc = digits + BarcodeWriter.checkDigit(digits);
    var bare = structured("00" + sscc);
    assertEquals(GS + "S" + sscc + GS + GS + GS, bare.key());
    assertEquals(bare.key(), structured("]C100" + sscc + "10A1" + GS + "37120").key());
  }

  @Test
  void toleratesOtherElementsWithoutAnySeparator() {
    var gtin = "0899123456789" + BarcodeWriter.checkDigit("0899123456789");
    assertEquals("REF-7", structured("01" + gtin + "17280831" + "240REF-7")
        .value(ApplicationIdentifier.of("240").orElseThrow()).orElseThrow());
  }

  @Test
  void hintsAtLengthsBeyondThoseOfBpom() {
    var long90 = structured("(90)DKL0870700244C1234(10)A");
    assertEquals(List.of(Hint.NIE_OVER_16, Hint.NIE_UNUSUAL), long90.hints());
    assertTrue(structured(NIE_FORM + GS + "240" + "R".repeat(30)).hints().contains(Hint.OVER_70));
    assertInstanceOf(Reading.Opaque.class, read("(90)" + "X".repeat(31)));
    assertEquals(List.of(Hint.OVER_70), read("X".repeat(200)).hints());
    assertEquals(List.of(Hint.OVER_200), read("X".repeat(201)).hints());
  }

  @Test
  void hintsAtANieInSmallLetters() {
    var small = structured(NIE_FORM.replace("DKL", "dkl"));
    assertEquals(List.of(Hint.LOWER_CASED, Hint.NIE_UNUSUAL), small.hints());
    assertNotEquals(structured(NIE_FORM).key(), small.key());
  }

  @Test
  void hintsAtAForeignKeyboard() {
    assertEquals(List.of(Hint.KEYBOARD_LAYOUT), read(")90=DKL0870700244C1)10=A108").hints());
  }

  @Test
  void keepsBracketsThatBelongToAValue() {
    assertEquals("A(10)B", structured("(90)X(10)A\\(10)B (21)7").batch().orElseThrow());
    assertEquals("A", structured("(90)X" + GS + "(10)A" + GS + "(21)7").batch().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "TSR\u0000", "90X\u001d10\u0000", "A\ud800B",
      "\udc00\ud800", "(90)\u0000"})
  void keepsWhatNoDatabaseCanHoldApart(String text) {
    var reading = assertInstanceOf(Reading.Opaque.class, read(text));
    assertTrue(reading.hints().contains(Hint.UNSTORABLE));
    assertTrue(reading.key().charAt(0) == 0x1A && Texts.storable(reading.key()));
  }

  @Test
  void keepsWholeSurrogatePairs() {
    assertEquals("\ud83d\udc8a", read("\ud83d\udc8a").key());
  }

  private static Reading read(String text) {
    return BarcodeText.read(text, Packs.NOW);
  }

  private static Reading.Structured structured(String text) {
    return assertInstanceOf(Reading.Structured.class, read(text), text);
  }
}
