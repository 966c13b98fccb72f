package id.jejak.antrean.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.domain.Referral.Verdict;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReferralTest {
  private static final LocalDate END = LocalDate.of(2026, 2, 28);

  @Test
  void theFirstReasonCounts() {
    var good = new Referral("13", 1, END, false);
    assertEquals(Verdict.FIT, good.judge("13", 1, END));
    assertEquals(Verdict.EXPIRED, good.judge("13", 1, END.plusDays(1)));
    assertEquals(Verdict.UNFIT, good.judge("13", 3, END.plusDays(1)));
    assertEquals(Verdict.UNFIT, good.judge("14", 1, END));
    assertEquals(Verdict.EXPIRED, new Referral("13", 1, END, true).judge("13", 1, END.plusDays(1)));
    assertEquals(Verdict.USED, new Referral("13", 1, END, true).judge("13", 1, END));
  }

  @Test
  void placesAreNeitherOverrunNorInvented() {
    var quota = new Quota(2, 0);
    assertTrue(quota.take().open());
    assertFalse(quota.take().take().open());
    assertEquals(1, quota.take().take().giveBack().left());
    assertThrows(IllegalArgumentException.class, () -> quota.take().take().take());
    assertThrows(IllegalArgumentException.class, quota::giveBack);
  }
}
