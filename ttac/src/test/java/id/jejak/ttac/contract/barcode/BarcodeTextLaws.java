package id.jejak.ttac.contract.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws, not examples: each holds for every pack and text a seed can make. */
class BarcodeTextLaws {

  private static final String GS = "\u001d";

  @RepeatedTest(300)
  void allFormsOfOnePackHaveOneKey(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var pack = Packs.any(random);
    var key = structured(BarcodeWriter.separated(pack)).key();
    for (var i = 0; i < 5; i++) {
      for (var form : forms(pack)) {
        assertEquals(key, structured(form).key(), form);
      }
      Collections.shuffle(pack, random);
    }
  }

  @RepeatedTest(300)
  void whatIsWrittenIsRead(RepetitionInfo run) {
    var pack = Packs.any(new Random(run.getCurrentRepetition()));
    for (var form : forms(pack)) {
      assertEquals(pack, structured(form).elements(), form);
    }
  }

  @RepeatedTest(300)
  void lostSeparatorsNeverLeadToAnotherKeyWithoutSayingSo(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var batch = "B" + Packs.digits(random, 6);
    var date = LocalDate.of(2028, 8, 31);
    var serial = "S" + Packs.digits(random, 10);
    var pack = random.nextBoolean()
        ? BarcodeWriter.byNie(Packs.nie(random), batch, date, serial)
        : BarcodeWriter.byGtin(Packs.gtin(random), batch, date, serial);
    var whole = structured(BarcodeWriter.separated(pack));
    var reading = BarcodeText.read(BarcodeWriter.separated(pack).replace(GS, ""), Packs.NOW);
    assertTrue(reading.keys().contains(whole.key()), () -> pack + " read as " + reading);
    assertTrue(reading.hints().contains(Hint.LOST_SEPARATOR));
  }

  @RepeatedTest(100)
  void theKnownBatchAndNieSettleLostSeparators(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var nie = "NIE" + Packs.digits(random, 6);
    var batch = Packs.digits(random, 8);
    var pack = BarcodeWriter.byNie(nie, batch, LocalDate.of(2028, 8, 31), "S" + Packs.digits(random, 4));
    var text = BarcodeWriter.separated(pack).replace(GS, "");
    var reading = BarcodeText.read(text, Packs.NOW, Known.pack(nie, batch));
    assertEquals(structured(BarcodeWriter.separated(pack)).key(), reading.key(), reading::toString);
  }

  @Test
  void differentPacksHaveDifferentKeys() {
    var random = new Random(7);
    var keys = new HashMap<String, String>();
    for (var i = 0; i < 20_000; i++) {
      var reading = structured(BarcodeWriter.separated(Packs.any(random)));
      var identity = List.of(reading.nie(), reading.gtin(), reading.batch(),
          String.valueOf(reading.expiresOn()), reading.serial()).toString();
      var other = keys.put(reading.key(), identity);
      assertTrue(other == null || other.equals(identity), identity);
    }
  }

  @RepeatedTest(100)
  void keysDoNotDependOnTheYearOfReading(RepetitionInfo run) {
    var text = BarcodeWriter.separated(Packs.any(new Random(run.getCurrentRepetition())));
    assertEquals(BarcodeText.read(text, Year.of(2024)).key(), BarcodeText.read(text, Year.of(2041)).key());
  }

  @Test
  void noTextThrowsAndNoTwoSortsOfKeyMeet() {
    var random = new Random(20_261_122);
    var hostile = "(90)(10)]d2]Q3\u001d\u0000\ud800\udc00\\u001d\\F<GS>029901701211000 \t"
        + "\u00e7\u00e0\u241dDKLabc";
    for (var i = 0; i < 100_000; i++) {
      var text = i % 2 == 0 ? soup(random, hostile) : mutated(random);
      var known = random.nextBoolean() ? Known.NOTHING : Known.batch("A1");
      var reading = BarcodeText.read(text, Packs.NOW, known);
      for (var key : reading.keys()) {
        assertEquals(reading instanceof Reading.Opaque, !key.startsWith(GS), text);
        assertFalse(key.indexOf(0) >= 0, text);
      }
      assertFalse(reading.key().startsWith(GS) && !(reading instanceof Reading.Structured), text);
      if (i % 50 == 0) {
        ScanFault.diagnose(text, mutated(random));
        Nie.parse(text);
      }
    }
  }

  @RepeatedTest(100)
  void anOpaqueKeyReadsAsItself(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var text = "BOX" + Packs.value(random, 30);
    var reading = assertInstanceOf(Reading.Opaque.class, BarcodeText.read(" " + text + "\r\n", Packs.NOW));
    assertEquals(text, reading.key());
    assertEquals(reading.key(), BarcodeText.read("]d1" + text, Packs.NOW).key());
    assertNotEquals(reading.key(), BarcodeText.read(Ascii.swapped(text), Packs.NOW).key());
  }

  private static List<String> forms(List<Element> pack) {
    var gs = BarcodeWriter.separated(pack);
    var forms = new ArrayList<>(List.of(gs, GS + gs, BarcodeWriter.scanned(pack),
        BarcodeWriter.bracketed(pack), BarcodeWriter.escaped(pack),
        " " + gs + "\r\n", gs + GS, "]d2" + GS + gs,
        gs.replace(GS, "\\F"), gs.replace(GS, "<GS>"), gs.replace(GS, "\\u001D"), gs.replace(GS, "\u241d")));
    for (var prefix : List.of("]Q3", "]C1", "]e0", "]d1", "]Q1")) {
      forms.add(prefix + gs);
    }
    return forms;
  }

  private static Reading.Structured structured(String text) {
    return assertInstanceOf(Reading.Structured.class, BarcodeText.read(text, Packs.NOW), text);
  }

  private static String soup(Random random, String from) {
    var text = new StringBuilder();
    for (var i = random.nextInt(0, 90); i > 0; i--) {
      var at = random.nextInt(from.length());
      text.append(from, at, Math.min(from.length(), at + random.nextInt(1, 6)));
    }
    return text.toString();
  }

  private static String mutated(Random random) {
    var forms = forms(Packs.any(random));
    var text = new StringBuilder(forms.get(random.nextInt(forms.size())));
    for (var i = random.nextInt(1, 4); i > 0; i--) {
      var at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at).append(' ');
        case 1 -> text.setCharAt(at, (char) random.nextInt(0, 256));
        default -> text.insert(at, (char) random.nextInt(0, 0x10000));
      }
    }
    return text.toString();
  }
}
