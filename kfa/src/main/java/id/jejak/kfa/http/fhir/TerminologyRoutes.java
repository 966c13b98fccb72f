package id.jejak.kfa.http.fhir;

import static id.jejak.kernel.http.Route.route;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.contract.TerminologyOperations;
import id.jejak.kfa.domain.term.TermFilter;
import id.jejak.kfa.store.Terms;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** The dictionary's FHIR view, at the platform's address for FHIR, beside whoever serves resources there. */
public final class TerminologyRoutes {
  private final CodeSystems systems;
  private final ValueSets sets;
  private final ConceptMaps maps;
  private final Capabilities capabilities;

  /**
   * Routes over the dictionary.
   *
   * @param filter finds codes by a text
   */
  public TerminologyRoutes(Terms terms, TermFilter filter, InstantSource clock) {
    systems = new CodeSystems(terms);
    sets = new ValueSets(terms, filter, clock);
    maps = new ConceptMaps(terms);
    capabilities = new Capabilities(terms, clock);
  }

  /**
   * The mount.
   *
   * @param guard lets requests with a good access token through
   */
  public Mount mount(UnaryOperator<Handler> guard) {
    return new Mount("kfa-fhir", List.of(Terminology.BASE), List.of(
        route(TerminologyOperations.SYSTEMS, guard.apply(systems::search)),
        route(TerminologyOperations.SYSTEM_READ, guard.apply(systems::read)),
        route(TerminologyOperations.LOOKUP, guard.apply(systems::lookup)),
        route(TerminologyOperations.LOOKUP_POST, guard.apply(systems::lookup)),
        route(TerminologyOperations.VALIDATE, guard.apply(systems::validate)),
        route(TerminologyOperations.VALIDATE_POST, guard.apply(systems::validate)),
        route(TerminologyOperations.SUBSUMES, guard.apply(systems::subsumes)),
        route(TerminologyOperations.SUBSUMES_POST, guard.apply(systems::subsumes)),
        route(TerminologyOperations.SETS, guard.apply(sets::search)),
        route(TerminologyOperations.SET_READ, guard.apply(sets::read)),
        route(TerminologyOperations.EXPAND, guard.apply(sets::expand)),
        route(TerminologyOperations.EXPAND_POST, guard.apply(sets::expand)),
        route(TerminologyOperations.MEMBER, guard.apply(systems::member)),
        route(TerminologyOperations.MEMBER_POST, guard.apply(systems::member)),
        route(TerminologyOperations.MAPS, guard.apply(maps::search)),
        route(TerminologyOperations.MAP_READ, guard.apply(maps::read)),
        route(TerminologyOperations.TRANSLATE, guard.apply(maps::translate)),
        route(TerminologyOperations.TRANSLATE_POST, guard.apply(maps::translate)),
        route(TerminologyOperations.CAPABILITIES, guard.apply(capabilities::read)).when(Capabilities::wanted)),
        new FhirFaults());
  }
}
