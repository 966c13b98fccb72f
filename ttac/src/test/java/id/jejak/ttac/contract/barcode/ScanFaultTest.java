package id.jejak.ttac.contract.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScanFaultTest {

  private static final String GS = "\u001d";
  private static final String PACK = "90DKL0870700244C1" + GS + "10Az-1" + GS + "17280831" + "21PYZ_9";
  private static final String BRACKETS = "(90)DKL0870700244C1(10)Az-1(17)280831(21)PYZ_9";

  @Test
  void findsNothingBetweenTwoFormsOfOnePack() {
    assertEquals(List.of(), ScanFault.diagnose("]d2" + PACK, BRACKETS));
  }

  @Test
  void findsLostSeparators() {
    assertEquals(List.of(Hint.LOST_SEPARATOR),
        ScanFault.diagnose("90X" + "10A2110" + "21P7", "(90)X(10)A2110(21)P7"));
  }

  @Test
  void findsReplacedSeparators() {
    assertEquals(List.of(Hint.REPLACED_SEPARATOR), ScanFault.diagnose(PACK.replace(GS, "|"), BRACKETS));
    assertEquals(List.of(Hint.REPLACED_SEPARATOR), ScanFault.diagnose("]d2" + PACK.replace(GS, " "), PACK));
  }

  @Test
  void findsChangedCase() {
    assertEquals(List.of(Hint.UPPER_CASED), ScanFault.diagnose(Ascii.upper(PACK), PACK));
    assertEquals(List.of(Hint.LOWER_CASED), ScanFault.diagnose(Ascii.lower(PACK), BRACKETS));
    assertEquals(List.of(Hint.SWAPPED_CASE), ScanFault.diagnose(Ascii.swapped(PACK), PACK));
    assertEquals(List.of(Hint.LOWER_CASED), ScanFault.diagnose("tsr_sgtdev001", "TSR_SGTDEV001"));
  }

  @Test
  void findsExchangedYAndZ() {
    assertEquals(List.of(Hint.SWAPPED_Y_Z), ScanFault.diagnose("BOXZ1", "BOXY1"));
  }

  @Test
  void findsForeignKeyboards() {
    assertEquals(List.of(Hint.KEYBOARD_LAYOUT), ScanFault.diagnose("TSR?SGTDEV001", "TSR_SGTDEV001"));
    assertEquals(List.of(Hint.KEYBOARD_LAYOUT),
        ScanFault.diagnose(")90=DKL0870700244C1)10=Ayß1)17=280831)21=PZY?9", PACK));
    assertEquals(List.of(Hint.KEYBOARD_LAYOUT), ScanFault.diagnose("+d2TSR?SGTDEV001", "TSR_SGTDEV001"));
    assertEquals(List.of(Hint.KEYBOARD_LAYOUT), ScanFault.diagnose("BOQé", "BOA2"));
  }

  @Test
  void findsCutOffScans() {
    assertEquals(List.of(Hint.TRUNCATED), ScanFault.diagnose("TSR_SGTDEV0", "TSR_SGTDEV001"));
    assertEquals(List.of(Hint.TRUNCATED), ScanFault.diagnose("SGTDEV001", "TSR_SGTDEV001"));
    assertEquals(List.of(Hint.TRUNCATED), ScanFault.diagnose(PACK.substring(0, PACK.length() - 3), PACK));
  }

  @Test
  void findsSeveralFaultsAtOnce() {
    assertEquals(List.of(Hint.LOST_SEPARATOR, Hint.LOWER_CASED, Hint.SWAPPED_Y_Z),
        ScanFault.diagnose("90dkl0870700244c110ay-11728083121pzy_9", PACK));
  }

  @Test
  void explainsTheTwoWritingsOfTheLastDay() {
    assertEquals(List.of(Hint.EXPIRY_DAY_ZERO), ScanFault.diagnose(PACK.replace("280831", "280800"), PACK));
  }

  @Test
  void namesWhatDiffersBetweenTwoPacks() {
    assertEquals(List.of(Hint.OTHER_BATCH, Hint.OTHER_SERIAL),
        ScanFault.diagnose(PACK.replace("Az-1", "Az-2").replace("_9", "_8"), PACK));
    assertEquals(List.of(Hint.OTHER_BARCODE), ScanFault.diagnose("TSR1", "OKTADEV01"));
  }

  @Test
  void hasASentenceForEveryHint() {
    for (var hint : Hint.values()) {
      assertTrue(hint.sentence().endsWith("."), hint.name());
      assertEquals(List.of(hint), Hint.of(hint.bit()));
    }
  }
}
