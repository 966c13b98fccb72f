package id.jejak.kfa.http.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables hold together, and names come out as the dictionary writes them. */
class PharmacopoeiaTest {
  private static final Pharmacopoeia TABLES = Pharmacopoeia.read();

  private static List<String> names() {
    return TABLES.medicines().stream()
        .map(one -> one.name(Strength.Manner.USUAL, one.form().labels().getFirst())).toList();
  }

  @Test
  void thereAreEnoughSubstancesAndCombinations() {
    assertTrue(TABLES.substances().size() >= 900, "substances: " + TABLES.substances().size());
    assertTrue(TABLES.families().stream().filter(name -> name.contains("+")).count() >= 60);
    assertTrue(TABLES.medicines().size() > 3000, "templates: " + TABLES.medicines().size());
    assertEquals(names().size(), new HashSet<>(names()).size());
    assertTrue(Devices.read().distinct() > 4000);
    assertTrue(Table.lines("devices.txt").stream().filter(line -> Character.isLetter(line.charAt(0))).count() >= 400);
    assertTrue(Company.all().size() >= 150);
  }

  @Test
  void namesAreInTheDictionarysManner() {
    var names = new HashSet<>(names());
    for (var name : List.of("Acarbose 100 mg Tablet", "Acetylcysteine 100 mg/5 mL Sirup Kering",
        "Ramipril 2,5 mg Tablet", "Retinol Palmitate 100.000 IU Kapsul Lunak", "Paracetamol 10 mg/mL Infus",
        "Latanoprost 50 mcg/mL / Timolol Maleate 6,83 mg/mL Tetes Mata", "Latanoprost 0,005% Tetes Mata",
        "Ferrous Fumarate 60 mg / Folic Acid 0,4 mg Tablet Salut Gula",
        "Obat Anti Tuberculosis / Rifampicin 150 mg / Isoniazid 75 mg / Pyrazinamide 400 mg / Ethambutol Hydrochloride"
            + " 275 mg Kaplet Salut Selaput", "Vaksin DTP - HB - Hib 0,5 mL")) {
      assertTrue(names.contains(name), name);
    }
  }

  @Test
  void theOtherMannerHasPointsAndBlanks() {
    var strength = Strength.of("7.5/5", 1);
    assertEquals("7.5 mg / 5 mL", strength.text(0, new Strength.Manner('.', true)));
    assertEquals("7,5 mg/5 mL", strength.text(0, Strength.Manner.USUAL));
    assertEquals("7.5 mg/5 mL", strength.plain(0));
    assertEquals("150 ug/1 mL", Strength.of("150mcg/1", 1).plain(0));
    assertEquals(List.of("3", "10"), Strength.of("100IU/1+3+10", 1).volumes());
  }

  @Test
  void substancesAreWrittenAsIndonesianWritesThem() {
    assertEquals("Akarbose/Asam mefenamat/Sefiksim/Amoksisilin/Parasetamol",
        List.of("Acarbose", "Mefenamic Acid", "Cefixime", "Amoxicillin", "Paracetamol")
            .stream().map(Indonesian::name).collect(Collectors.joining("/")));
  }

  @Test
  void brandsAreNeitherSubstancesNorTheirBeginnings() {
    var sellers = new Sellers(5, TABLES, TABLES.medicines());
    var substances = TABLES.substances().stream().map(one -> one.base().toUpperCase(java.util.Locale.ROOT)).toList();
    var brands = new HashSet<String>();
    for (int family = 0; family < TABLES.families().size(); family++) {
      for (int place = 0; place < Sellers.MOST; place++) {
        var seller = sellers.seller(family, place);
        if (!seller.generic()) {
          assertTrue(brands.add(seller.brand()), seller.brand() + " is there twice");
        }
      }
    }
    assertTrue(substances.stream().noneMatch(brands::contains));
  }
}
