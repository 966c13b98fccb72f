package id.jejak.kfa.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kfa.contract.KfaOperations;
import id.jejak.kfa.contract.NameOperations;
import id.jejak.kfa.contract.OwnOperations;
import java.util.List;
import java.util.function.UnaryOperator;

/** KFA's operations, in the order of its document; then ours. */
public final class KfaRoutes {
  private final Rooms rooms;
  private final UnaryOperator<Handler> guard;

  /**
   * Routes over the rooms.
   *
   * @param guard lets requests with a good access token through
   */
  public KfaRoutes(Rooms rooms, UnaryOperator<Handler> guard) {
    this.rooms = rooms;
    this.guard = guard;
  }

  /** The three versions, each at its address. */
  public List<Mount> mounts() {
    return List.of(
        new Mount("kfa", List.of(KfaOperations.V1), List.of(
            route(KfaOperations.PRICE, guard.apply(rooms.one()::prices)),
            route(KfaOperations.PRICE_NOW, guard.apply(rooms.one()::prices)),
            route(KfaOperations.BY_ATC, guard.apply(rooms.one()::byAtc)),
            route(KfaOperations.ATC, guard.apply(rooms.one()::atc)),
            route(KfaOperations.BY_TAG, guard.apply(rooms.one()::byTag)),
            route(KfaOperations.TAG, guard.apply(rooms.one()::tags)),
            route(KfaOperations.TAGS, guard.apply(rooms.one()::tags)),
            route(OwnOperations.CHANGES, guard.apply(rooms.changes()::list)),
            route(OwnOperations.IMPORT, guard.apply(rooms.importing()::load)),
            route(OwnOperations.IMPORTS, guard.apply(rooms.importing()::list)),
            route(NameOperations.SEARCH, guard.apply(rooms.searching()::search)),
            route(NameOperations.MAP, guard.apply(rooms.mapping()::map)),
            route(NameOperations.CHECK, guard.apply(rooms.checking()::check))), new KfaFaults(false)),
        new Mount("kfa-v2", List.of(KfaOperations.V2), List.of(
            route(KfaOperations.DETAIL, guard.apply(rooms.two()::detail)),
            route(KfaOperations.ALL_PRODUCTS, guard.apply(rooms.two()::all))), new KfaFaults(false)),
        new Mount("kfa-v3", List.of(KfaOperations.V3), List.of(
            route(KfaOperations.ALKES, guard.apply(rooms.three()::products)),
            route(KfaOperations.ALKES_TEMPLATE, guard.apply(rooms.three()::templates))), new KfaFaults(true)));
  }
}
