package id.jejak.facility.pharmacy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.jejak.facility.pharmacy.TestPharmacy;
import id.jejak.facility.pharmacy.contract.PrescriptionOperations;
import id.jejak.facility.pharmacy.contract.StockOperations;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.http.Body;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Set<Role> ANYBODY = Set.of(Role.values());

  private final TestPharmacy.Trails audit = new TestPharmacy.Trails();
  private final Gate gate = new Gate(new DemoActors(), audit, null);

  private int ask(Route route) {
    return route.handler().handle(Request.of("GET", "/", Headers.of("Authorization", "Bearer " + TestPharmacy.HOSPITAL),
        Body.EMPTY)).status();
  }

  @Test
  void nobodyOpensAnOperationThatTouchesPatientsWithoutATrailNorTheOtherWayRound() {
    assertThrows(IllegalArgumentException.class, () -> gate.open(PrescriptionOperations.GET, ANYBODY, (_, _) -> Gate.done("")));
    assertThrows(IllegalArgumentException.class,
        () -> gate.touching(StockOperations.LIST, ANYBODY, (_, _, _) -> Gate.done("")));
  }

  @Test
  void nothingIsAnsweredWhoseTrailWasNotUsed() {
    assertThrows(IllegalStateException.class, () -> ask(gate.touching(PrescriptionOperations.GET, ANYBODY,
        (_, _, _) -> Gate.done(""))));
    assertEquals(200, ask(gate.touching(PrescriptionOperations.GET, ANYBODY, (_, _, trail) -> {
      trail.touchesNobody();
      return Gate.done("");
    })));
    assertEquals(List.of(), audit.told);
  }
}
