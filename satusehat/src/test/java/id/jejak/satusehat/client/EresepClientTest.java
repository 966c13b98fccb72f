package id.jejak.satusehat.client;

import static id.jejak.satusehat.client.Desks.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.satusehat.TestSatusehat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** eresep's client against our own server. */
class EresepClientTest {
  private static final String EXAMPLE = "240925-7KAJ2MR";
  private static TestSatusehat satusehat;
  private Faults faults;
  private EresepClient client;

  @BeforeAll
  static void start() {
    satusehat = new TestSatusehat();
  }

  @AfterAll
  static void stop() {
    satusehat.close();
  }

  @BeforeEach
  void fresh() {
    satusehat.reset();
    faults = new Faults();
    client = Desks.eresep(satusehat, faults.around(satusehat.handler));
  }

  @Test
  void readsTheDocumentsExample() {
    var found = done(client.prescription(EXAMPLE));
    assertEquals("0301R0011117V000009", found.sep());
    assertEquals("RAJAL TERPADU", found.facilityName());
    assertEquals(new BigDecimal("65"), found.weight().orElseThrow());
    assertEquals(List.of("EP", "SD", "NC"), found.items().stream().map(Redeemable.Item::type).toList());
    assertEquals(new BigDecimal("20"), found.items().getFirst().remain());
    assertEquals(3, found.items().getFirst().ingredients().size());
    assertFalse(found.used());
    assertEquals("Redeemable[3 items]", found.toString());
  }

  @Test
  void oneTokenServesManyCallsAndAnotherComesInTime() {
    done(client.prescription(EXAMPLE));
    done(client.prescription(EXAMPLE));
    assertEquals(3, faults.seen().size());
    satusehat.clock.advance(Duration.ofMinutes(31));
    done(client.prescription(EXAMPLE));
    assertEquals(5, faults.seen().size());
  }

  @Test
  void nothingIsEverUnknown() {
    for (var fault : List.of(Faults.LOST, Faults.SWALLOWED, Faults.PAGE_200, Faults.PAGE_502, Faults.TRUNCATED,
        Faults.CUT, Faults.NOBODY, Faults.QUOTA)) {
      faults.plan(fault);
      assertInstanceOf(Later.class, Desks.eresep(satusehat, faults.around(satusehat.handler)).prescription(EXAMPLE));
    }
    assertEquals("404", assertInstanceOf(Refused.class, client.prescription("240925-AAAAAAA")).code());
    var stranger = new EresepClient(satusehat.handler, new EresepCredentials("apotek-sarana-b", new Secret("salah")),
        satusehat.clock);
    var refused = assertInstanceOf(Refused.class, stranger.prescription(EXAMPLE));
    assertEquals("401", refused.code());
    assertFalse(refused.toString().contains("salah"));
    assertTrue(stranger.toString().startsWith("id.jejak"), stranger.toString());
  }
}
