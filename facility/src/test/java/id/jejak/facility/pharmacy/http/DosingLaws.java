package id.jejak.facility.pharmacy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.facility.pharmacy.domain.Signa;
import id.jejak.facility.pharmacy.domain.SignaLaws;
import id.jejak.kernel.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A signa goes to FHIR and comes back the same; a spoon comes back in millilitres. */
class DosingLaws {
  private static final Set<String> SPOONS = Set.of("c", "cth", "ml");
  private static final Map<String, String> UNITS = Map.of("tab", "TAB", "cap", "CAP");

  @Test
  void toFhirAndBack() {
    var random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      var any = SignaLaws.any(random);
      var unit = UNITS.getOrDefault(any.measure(), "PIECE");
      var back = Dosing.read(Json.read(Json.write(Dosing.shown(any, unit).get("dosage"))));
      var dose = any.measure().equals("c") ? "15" : any.measure().equals("cth") ? "5" : "1";
      assertEquals(Optional.of(new Signa(any.times(), any.period(), any.each(),
          any.dose().multiply(new java.math.BigDecimal(dose)), UNITS.containsKey(any.measure()) ? any.measure()
              : SPOONS.contains(any.measure()) ? "ml" : "", any.whens(), any.asNeeded(), any.days())), back,
              any.text());
    }
  }
}
