package id.jejak.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClientSecretTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void opensForItselfOnlyAndIsSaltedEachTime() {
    var kept = ClientSecret.of("0123456789abcdef", random);
    assertTrue(kept.opensFor("0123456789abcdef"));
    assertFalse(kept.opensFor("0123456789abcdeg"));
    assertFalse(kept.opensFor(""));
    assertFalse(Arrays.equals(kept.verifier(), ClientSecret.of("0123456789abcdef", random).verifier()));
    assertFalse(ClientSecret.NOBODY.opensFor(""));
  }

  @Test
  void penaltiesAreBoundedAndSwitched() {
    var penalties = new Penalties(true, Duration.ofMinutes(1));
    var now = Instant.parse("2026-11-22T00:00:00Z");
    penalties.failed("first", now);
    for (int i = 0; i < Penalties.REMEMBERED; i++) {
      penalties.failed("client " + i, now);
    }
    assertFalse(penalties.waits("first", now), "the oldest is forgotten");
    assertTrue(penalties.waits("client 0", now));
    assertFalse(penalties.waits("client 0", now.minusSeconds(1)), "the clock was moved back");
    penalties.set(false);
    assertFalse(penalties.waits("client 0", now));
    penalties.forget();
    assertEquals(true, penalties.on());
    assertFalse(penalties.waits("client 0", now));
  }
}
