package id.jejak.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.domain.Product;
import id.jejak.satusehat.domain.rule.KfaCodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Only what the dictionary lists can be missing from it. */
class MedicineCodesTest {
  @Test
  void productsAndTemplatesAreAskedFor() {
    var codes = new MedicineCodes(new Nothing());
    assertEquals(Optional.of(false), codes.has("93000001"));
    assertEquals(Optional.of(false), codes.has("92000001"));
    assertEquals(Optional.empty(), codes.has("91000101"));
    assertEquals(Optional.empty(), codes.has("94000001"));
    assertEquals(Optional.empty(), codes.has("paracetamol"));
  }

  @Test
  void withoutADictionaryNoCodeIsDoubted() {
    assertSame(KfaCodes.UNKNOWN, MedicineCodes.among(List.of()));
    assertEquals(Optional.empty(), KfaCodes.UNKNOWN.has("93000001"));
  }

  private record Nothing() implements Dictionary {
    @Override
    public long seq() {
      return 0;
    }

    @Override
    public Optional<Product> byCode(String code) {
      return Optional.empty();
    }

    @Override
    public List<Product> byNie(String nie) {
      return List.of();
    }

    @Override
    public List<Product> byLkpp(String lkpp) {
      return List.of();
    }

    @Override
    public List<Product> ofTemplate(String template) {
      return List.of();
    }

    @Override
    public List<Product> byPack(String pack) {
      return List.of();
    }

    @Override
    public List<Product.Named> templates() {
      return List.of();
    }

    @Override
    public void each(Consumer<Product> each) {
      // nothing to tell
    }
  }
}
