package id.jejak.ttac.contract.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NieTest {

  @Test
  void takesADrugApart() {
    assertEquals(
        new Nie.Drug("DKI0870700244C1", Nie.Naming.TRADE_NAME, Nie.Schedule.PRESCRIPTION, Nie.Origin.IMPORT,
            2008, "707", "002", "44", 'C', 1),
        Nie.parse("DKI0870700244C1"));
  }

  @ParameterizedTest
  @CsvSource({"DKI0870700244C1,DRY_INJECTION_SUSPENSION", "GKL1222251043A1,INJECTION",
      "GKL2012431917A1,FILM_COATED_TABLET"})
  void namesTheDosageFormOfRealNumbers(String nie, DosageForm form) {
    assertEquals(Optional.of(form), ((Nie.Drug) Nie.parse(nie)).form());
  }

  @Test
  void doesNotInventDosageForms() {
    assertEquals(Optional.empty(), ((Nie.Drug) Nie.parse("GKL2012431999A1")).form());
  }

  @Test
  void takesTheTraditionalMedicineOfTheDocumentApart() {
    assertEquals(new Nie.Traditional("TR202358291", "TR", 2020, 2, 3, "5829", 1),
        Nie.parse("TR 202 358 291"));
  }

  @Test
  void takesACosmeticApart() {
    assertEquals(new Nie.Cosmetic("NA18201300123", 'A', "18", 2020, "13", "00123"),
        Nie.parse("NA18201300123"));
  }

  @ParameterizedTest
  @CsvSource({"FF202358291,FITOFARMAKA,FF", "HT202358291,STANDARDISED_HERBAL,HT", "SD202358291,SUPPLEMENT,SD",
      "QD202358291,QUASI_DRUG,QD", "MD123456789012,PROCESSED_FOOD,MD", "ML123456789012345,PROCESSED_FOOD,ML",
      "AKL 12345678901,DEVICE,AKL"})
  void knowsTheOtherFamilies(String nie, NieFamily family, String letters) {
    var numbered = assertInstanceOf(Nie.Numbered.class, Nie.parse(nie));
    assertEquals(family, numbered.family());
    assertEquals(letters, numbered.letters());
  }

  @Test
  void countsYearsFrom78ToTheLastCentury() {
    assertEquals(1978, ((Nie.Drug) Nie.parse("DKL7870700244C1")).year());
    assertEquals(2077, ((Nie.Drug) Nie.parse("DKL7770700244C1")).year());
  }

  @ParameterizedTest
  @CsvSource({"NIE123456,NIE_UNUSUAL", "dkl0870700244c1,LOWER_CASED", "'',NIE_UNUSUAL",
      "DKL0870700244CX,NIE_UNUSUAL", "MD12345678901,NIE_UNUSUAL"})
  void acceptsWhatItDoesNotKnow(String nie, Hint hint) {
    var unknown = assertInstanceOf(Nie.Unrecognised.class, Nie.parse(nie));
    assertEquals(nie, unknown.text());
    assertEquals(hint, unknown.hint());
  }
}
