package id.jejak.kfa.domain.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names say, one manner of writing after the other. */
class NameReaderTest {
  private static final NameReader READER = new NameReader();

  private static String words(String name) {
    return READER.read(name).words().stream().map(Reading.Word::key).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "parasetamol | paracetamol", "asam mefenamat | mefenamic acid", "amoksisilin | amoxicillin",
      "sefiksim | cefixime", "siprofloksasin | ciprofloxacin", "klorpromazin | chlorpromazine",
      "triheksifenidil | trihexyphenidyl", "fitomenadion | phytomenadione", "etambutol | ethambutol",
      "asiklovir | acyclovir", "teofilin | theophylline", "aminofilin | aminophylline", "kuinin | quinine",
      "primakuin | primaquine", "asetilsistein | acetylcysteine", "levofloksasin | levofloxacin",
      "deksametason | dexamethasone", "metilprednisolon | methylprednisolone", "spironolakton | spironolactone",
      "adrenalin | epinephrine", "CTM | chlorphenamine", "HCT | hydrochlorothiazide", "vit B6 | pyridoxine",
      "asam folat | folic acid", "NaCl | sodium chloride", "natrium klorida | sodium chloride",
      "kalk | calcium lactate", "antalgin | metamizole", "asetosal | acetylsalicylic acid", "GG | guaifenesin",
      "gliseril guaiakolat | guaifenesin", "ISDN | isosorbide dinitrate", "valproat | valproic acid",
      "besi | iron", "seng | zinc", "parasetamol | acetaminophen", "salbutamol | albuterol",
      "kalium klorida | potassium chloride", "magnesium sulfas | MgSO4", "povidon iodin | povidone iodine"})
  void spellingsOfOneThingAreOne(String one, String other) {
    assertEquals(words(other), words(one));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Kaptopril 12,5 mg | 12.5 mg", "Captopril 12.5 mg | 12.5 mg", "Retinol 100.000 IU | 100000 IU",
      "Benzatin penisilin 2,4 juta UI | 2400000 IU", "Penisilin 3 juta UI | 3000000 IU", "Ceftriaxone 1 gr | 1 g",
      "Vit B12 500 mcq | 500 mcg", "Vitamin B12 50 ug | 50 mcg", "Parasetamol 120 mg / 5 ml | 120 mg/5 mL",
      "paracetamol500mg | 500 mg", "Amikacin 250 mg/ml | 250 mg/mL", "Asiklovir krim 5% 5 g | 5%",
      "Amoxiclav 500/125 | 500 + 125", "Cotrimoxazole 400 mg/80 mg | 400 mg + 80 mg",
      "Valsartan 160 + HCT 12,5 | 160 + 12.5",
      "Digoxin 0 | ''", "Colistin 250,000IU | 250000 IU", "Salbutamol 100 mcg/dosis | 100 mcg/dose",
      "Levothyroxine 0,05 mg | 0.05 mg", "Heparin 5.000 IU/ml 5 ml | 5000 IU/mL", "Vaksin BCG 20 ds | ''"})
  void strengthsAreRead(String name, String strengths) {
    assertEquals(strengths, Strengths.text(READER.read(name).strengths().stream().filter(s -> s.value() > 0).toList()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Parasetamol tab | tablet", "Salep mata X | eye ointment", "X salf | ointment", "X dry syrup | dry syrup",
      "X sirup kering | dry syrup", "X tab salut selaput | film coated tablet", "X kaps lunak | soft capsule",
      "X i.v. | injection", "X tts telinga | ear drops", "Salbutamol inh | inhaler",
      "Nifedipin tab retard | slow tablet",
      "X serbuk injeksi | dry injection", "X supp | suppository", "X zalf | ointment",
      "X tablet kunyah | chewed tablet",
      "X ODT | melting tablet", "X tetes mata | eye drops", "X eliksir | elixir", "X nebul | inhalation"})
  void formsAreRead(String name, String form) {
    assertEquals(form, READER.read(name).forms().getFirst().toString());
  }

  @Test
  void equalAmountsAreEqualHoweverWritten() {
    var gram = READER.read("x 1 g").strengths().getFirst();
    assertEquals(Strength.Likeness.SAME, gram.likeness(READER.read("x 1000 mg").strengths().getFirst()));
    var spoon = READER.read("x 500 mg/5 ml").strengths().getFirst();
    assertEquals(Strength.Likeness.SAME_SHARE, spoon.likeness(READER.read("x 100 mg/mL").strengths().getFirst()));
    assertEquals(Strength.Likeness.SAME_SHARE,
        READER.read("x 0,1%").strengths().getFirst().likeness(READER.read("x 1 mg/ml").strengths().getFirst()));
  }

  @Test
  void theNameIsBelievedBeforeTheUnitColumn() {
    assertEquals("syrup", READER.read("Asam valproat sirup 250 mg/5 ml", "Tablet").forms().getFirst().toString());
    assertTrue(READER.read("Amlodipin 5 mg", "Tablet").containers().contains(Form.Shape.TABLET));
  }

  @Test
  void saltsInBracketsBelongToTheSubstanceBefore() {
    var parts = READER.read("Tiamin tablet 50 mg (HCl/Nitrat)").parts();
    assertEquals(1, parts.size());
    assertEquals(2, parts.getFirst().salts().size());
  }

  @Test
  void devicesAreTold() {
    assertTrue(READER.read("Handschoon non steril M").device());
    assertTrue(READER.read("Spuit 5 cc").device());
  }
}
