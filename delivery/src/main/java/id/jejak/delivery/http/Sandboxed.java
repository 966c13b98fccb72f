package id.jejak.delivery.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.delivery.Ledger;
import id.jejak.delivery.Outbox;
import id.jejak.delivery.Parcel;
import id.jejak.delivery.Remedy;
import id.jejak.delivery.contract.DeliveryOperations;
import id.jejak.delivery.domain.Life;
import id.jejak.delivery.domain.Parking;
import id.jejak.delivery.domain.Stage;
import id.jejak.delivery.store.ParcelStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the sandbox may do with deliveries: nothing is owed at first, and parcels and a ledger can be made up. */
public final class Sandboxed implements Part.Sandbox, Ledger {
  private static final String REMOTE = "contoh";

  private record Sides(List<Ledger.Entry> here, List<Ledger.Entry> there) {}

  private final Db db;
  private final ParcelStore parcels;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Runnable forget;
  private volatile Sides sides = new Sides(List.of(), List.of());

  /**
   * A sandbox over the same outbox.
   *
   * @param forget run when the world was put back
   */
  public Sandboxed(Db db, ParcelStore parcels, Outbox outbox, InstantSource clock, Runnable forget) {
    this.db = db;
    this.parcels = parcels;
    this.outbox = outbox;
    this.clock = clock;
    this.forget = forget;
  }

  @Override
  public void reset() {
    sides = new Sides(List.of(), List.of());
    db.transaction(tx -> {
      parcels.clear(tx);
      return true;
    });
    forget.run();
  }

  @Override
  public void prepare() {
    // nothing is owed at first
  }

  @Override
  public Map<String, Object> world() {
    return Map.of("remote", REMOTE);
  }

  @Override
  public List<Route> routes() {
    return List.of(route(DeliveryOperations.SANDBOX_PARCEL, Asked.answering(this::post)),
        route(DeliveryOperations.SANDBOX_LEDGER, Asked.answering(this::ledger)));
  }

  private Response post(Asked asked) {
    var body = asked.member("body").isMissingNode() ? Json.read("{}") : asked.object("body");
    var parcel = new Parcel(asked.text("remote").orElse(REMOTE), asked.text("facility").orElse("1311R002"),
        asked.text("key").orElse("A-1"), asked.text("kind").orElse("task"), body);
    var remedy = asked.remedy();
    long id = db.transaction(tx -> {
      long number = outbox.post(tx, parcel);
      if (!remedy.isEmpty()) {
        var was = parcels.lock(tx, number).orElseThrow();
        var parking = new Parking(Remedy.valueOf(remedy), "201", "made up");
        parcels.change(tx, was, new Life(Stage.PARKED, clock.instant(), 1, 0, false, Optional.of(parking)), parcel,
            false);
      }
      return number;
    });
    return Response.json(200, Json.write((Object) Map.of("id", id)));
  }

  private Response ledger(Asked asked) {
    sides = new Sides(entries(asked.member("here")), entries(asked.member("there")));
    return Response.json(200, Json.write((Object) Map.of("remote", REMOTE)));
  }

  private static List<Ledger.Entry> entries(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(one -> new Ledger.Entry(
        one.path("facility").asString(""), one.path("key").asString(""), one.path("kind").asString(""),
        one.path("said").asString(""))).toList();
  }

  @Override
  public String remote() {
    return REMOTE;
  }

  @Override
  public List<Ledger.Entry> here(LocalDate day) {
    return sides.here();
  }

  @Override
  public Optional<List<Ledger.Entry>> there(LocalDate day) {
    return Optional.of(sides.there());
  }
}
