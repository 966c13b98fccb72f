package id.jejak.facility.pharmacy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever is taken in whatever pieces: never more than was prescribed, and never over the edge of a supply. */
class SupplyLaws {
  @RepeatedTest(200)
  void whatIsGivenAndWhatIsLeftAreAlwaysTheWhole(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var supply = new Supply(BigDecimal.valueOf(1 + random.nextInt(60)).divide(BigDecimal.TWO), random.nextInt(4),
        BigDecimal.ZERO);
    for (int i = 0; i < 30; i++) {
      var wanted = BigDecimal.valueOf(random.nextInt(40) - 2L).divide(BigDecimal.TWO);
      if (supply.allows(wanted)) {
        int number = supply.number();
        var after = supply.less(wanted);
        assertTrue(after.number() == number || after.number() == number + 1
            && after.taken().remainder(after.quantity()).signum() == 0, "over the edge of a supply");
        supply = after;
      }
      assertEquals(0, supply.total().compareTo(supply.left().add(supply.taken())));
      assertTrue(supply.leftNow().signum() >= 0 && supply.leftNow().compareTo(supply.left()) <= 0);
    }
    while (supply.left().signum() > 0) {
      supply = supply.less(supply.leftNow());
    }
    assertTrue(!supply.allows(BigDecimal.ONE));
    assertEquals("det", CopyWords.given(supply));
  }

  @Test
  void quantitiesAreWrittenInRomanSigns() {
    assertEquals("XIV", CopyWords.numeral(new BigDecimal("14.000")));
    assertEquals("XXX", CopyWords.numeral(BigDecimal.valueOf(30)));
    assertEquals("2.5", CopyWords.numeral(new BigDecimal("2.5")));
    assertEquals("did IV", CopyWords.given(new Supply(BigDecimal.TEN, 0, BigDecimal.valueOf(4))));
  }
}
