package id.jejak.app.conformance.rule;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.LaterOperations;
import id.jejak.antrean.contract.VclaimOperations;
import id.jejak.kernel.http.Operation;
import id.jejak.satusehat.contract.FhirOperations;
import id.jejak.satusehat.http.rules.Rules;
import id.jejak.ttac.contract.TtacOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules of the traffic, by system. Immutable. */
public final class Rulebook {
  /** Systems whose clients are judged, and last the hospital, whose services are. */
  public static final List<String> SYSTEMS = List.of("ttac", "gateway", "kfa", "satusehat", "antrean", "rs");

  private final Rules fhir;

  /**
   * The rules.
   *
   * @param fhir those of explain mode
   */
  public Rulebook(Rules fhir) {
    this.fhir = fhir;
  }

  /** The rules of a system, the general ones first; none for one that nobody judges. */
  public List<Rule> of(String system) {
    var all = new ArrayList<Rule>();
    switch (system) {
      case "ttac" -> {
        all.addAll(CommonRules.of(system, ids(TtacOperations.ADD_LOCATION, TtacOperations.RECEIVE, TtacOperations.SEND,
            TtacOperations.RETURN)));
        all.addAll(TtacRules.all());
      }
      case "gateway" -> {
        all.addAll(CommonRules.of(system, Set.of()));
        all.addAll(PlatformRules.gateway());
      }
      case "kfa" -> {
        all.addAll(CommonRules.of(system, Set.of()));
        all.addAll(PlatformRules.bearer(system));
      }
      case "satusehat" -> {
        all.addAll(CommonRules.of(system, ids(FhirOperations.CREATE)));
        all.addAll(PlatformRules.bearer(system));
        all.addAll(PrescriptionRules.all());
        all.addAll(new FhirRules(fhir).all());
      }
      case "antrean" -> {
        all.addAll(CommonRules.of(system, ids(AntreanOperations.ADD, AntreanOperations.TASK, AntreanOperations.CANCEL,
            LaterOperations.ADD_PHARMACY, VclaimOperations.INSERT_CONTROL, VclaimOperations.INSERT_REFERRAL,
            VclaimOperations.INSERT_SPECIAL)));
        all.addAll(BpjsRules.all());
        all.addAll(TaskRules.all());
      }
      case "rs" -> all.addAll(HospitalRules.all());
      default -> { /* the house's own services are nobody's document */ }
    }
    return all;
  }

  private static Set<String> ids(Operation... operations) {
    return Stream.of(operations).map(Operation::id).collect(Collectors.toSet());
  }
}
