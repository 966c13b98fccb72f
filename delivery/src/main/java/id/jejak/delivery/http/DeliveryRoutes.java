package id.jejak.delivery.http;

import id.jejak.delivery.Callers;
import id.jejak.delivery.Desk;
import id.jejak.delivery.Desk.Outcome;
import id.jejak.delivery.Desk.Whole;
import id.jejak.delivery.Reconciliation;
import id.jejak.delivery.contract.DeliveryOperations;
import id.jejak.delivery.contract.Fault;
import id.jejak.delivery.domain.Stage;
import id.jejak.delivery.engine.Lane;
import id.jejak.delivery.store.ParcelStore.Count;
import id.jejak.delivery.store.ParcelStore.Which;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The desk and the reports over HTTP. Thread-safe. */
public final class DeliveryRoutes {
  private static final int USUAL_PAGE = 50;
  private static final String ALL = "ALL";
  private static final Set<String> OPEN = Arrays.stream(Stage.values()).map(Enum::name)
      .filter(name -> !name.equals(Stage.DONE.name()) && !name.equals(Stage.GIVEN_UP.name()))
      .collect(Collectors.toUnmodifiableSet());

  private final Desk desk;
  private final Reconciliation reconciliation;
  private final Callers callers;

  /** Routes to a desk. */
  public DeliveryRoutes(Desk desk, Reconciliation reconciliation, Callers callers) {
    this.desk = desk;
    this.reconciliation = reconciliation;
    this.callers = callers;
  }

  /** All operations. */
  public Mount mount() {
    return new Mount("delivery", DeliveryOperations.BASES, List.of(
        guarded(DeliveryOperations.LIST, this::list),
        guarded(DeliveryOperations.GET, this::get),
        guarded(DeliveryOperations.REDRIVE_ALL, asked -> json(Map.of("redriven",
            desk.redrive(which("", asked), asked.by())))),
        guarded(DeliveryOperations.REDRIVE, this::redrive),
        guarded(DeliveryOperations.CORRECT, this::correct),
        guarded(DeliveryOperations.ASIDE, this::aside),
        guarded(DeliveryOperations.GIVE_UP, this::giveUp),
        guarded(DeliveryOperations.REMOTES, this::remotes),
        guarded(DeliveryOperations.REPORT, this::report),
        guarded(DeliveryOperations.RECONCILE, this::reconcile)), new DeliveryFaults());
  }

  private Route guarded(Operation operation, Function<Asked, Response> work) {
    return Route.route(operation, callers.guard(operation, Asked.behind(work)));
  }

  private Response redrive(Asked asked) {
    var by = asked.by();
    return after(asked, desk.redrive(mine(asked), by));
  }

  private Response correct(Asked asked) {
    var body = asked.object("body");
    var by = asked.by();
    var why = asked.needed("reason");
    return after(asked, desk.correct(mine(asked), body, by, why));
  }

  private Response aside(Asked asked) {
    var by = asked.by();
    var why = asked.needed("reason");
    return after(asked, desk.stepAside(mine(asked), by, why));
  }

  private Response giveUp(Asked asked) {
    var by = asked.by();
    var why = asked.needed("reason");
    return after(asked, desk.giveUp(mine(asked), by, why));
  }

  /** The parcel that is meant, when it is the caller's; whose a parcel is never changes. */
  private long mine(Asked asked) {
    whole(asked);
    return asked.id();
  }

  private Whole whole(Asked asked) {
    return desk.find(asked.id()).filter(found -> asked.sees(facility(found))).orElseThrow(() -> unknown(asked.id()));
  }

  private static String facility(Whole found) {
    return found.open().map(open -> open.parcel().facility())
        .or(() -> found.settled().map(settled -> settled.parcel().facility())).orElse("");
  }

  private static Response json(Map<String, ? extends @Nullable Object> members) {
    return Response.json(200, Json.write((Object) members));
  }

  private static Which which(String stage, Asked asked) {
    return new Which(stage, asked.text("remote").orElse(""), asked.facilities(), asked.remedy(),
        asked.text("key").orElse(""));
  }

  private Response list(Asked asked) {
    var stage = asked.text("stage").orElse(Stage.PARKED.name());
    if (!stage.equals(ALL) && !OPEN.contains(stage)) {
      throw Asked.malformed("stage", "write ALL or one of " + new TreeSet<>(OPEN));
    }
    int most = asked.number("limit", USUAL_PAGE, 1, Desk.PAGE);
    var found = desk.list(which(stage.equals(ALL) ? "" : stage, asked), asked.after(), most);
    var members = new LinkedHashMap<String, @Nullable Object>();
    members.put("parcels", found.stream().map(Shown::open).toList());
    members.put("next", found.size() < most ? null : found.getLast().id());
    return json(members);
  }

  private Response get(Asked asked) {
    return show(asked, true);
  }

  private Response show(Asked asked, boolean whole) {
    long id = asked.id();
    var found = whole(asked);
    var members = found.open().map(open -> {
      var shown = Shown.open(open);
      if (whole) {
        shown.put("body", open.parcel().body());
      }
      return shown;
    }).or(() -> found.settled().map(Shown::settled)).orElseThrow(() -> unknown(id));
    if (whole) {
      members.put("history", Shown.history(found.history()));
    }
    return json(members);
  }

  private Response after(Asked asked, Outcome outcome) {
    long id = asked.id();
    return switch (outcome) {
      case CHANGED -> show(asked, false);
      case NOT_THERE -> throw unknown(id);
      case NOT_NOW -> throw new Asked.Stop(new Fault("409 stage", "parcel " + id + " is " + stage(id)
          + " now, which does not allow it"));
    };
  }

  private String stage(long id) {
    return desk.find(id).map(found -> found.open().map(open -> open.life().stage().name()
            + (open.aside() ? " and aside" : ""))
        .or(() -> found.settled().map(settled -> settled.outcome().name())).orElse("")).orElse("");
  }

  private static Asked.Stop unknown(long id) {
    return new Asked.Stop(new Fault("404 parcel", "there is no parcel " + id));
  }

  private Response remotes(Asked asked) {
    var counts = desk.counts(asked.own()).stream().collect(Collectors.groupingBy(Count::remote));
    var lanes = desk.lanes().stream().collect(Collectors.toMap(Lane.View::remote, lane -> lane));
    var names = new TreeSet<>(counts.keySet());
    names.addAll(lanes.keySet());
    var shown = new ArrayList<Map<String, @Nullable Object>>();
    for (var name : names) {
      var mine = counts.getOrDefault(name, List.of());
      var members = new LinkedHashMap<String, @Nullable Object>();
      members.put("remote", name);
      var open = new LinkedHashMap<String, Object>();
      mine.forEach(count -> open.put(count.stage().name(), count.open()));
      members.put("open", open);
      members.put("oldest", mine.stream().map(Count::oldest).min(Instant::compareTo).map(Instant::toString)
          .orElse(null));
      var lane = lanes.get(name);
      members.put("underWay", lane == null ? 0 : lane.underWay());
      members.put("atOnce", lane == null ? 0 : lane.atOnce());
      members.put("keepsOff", lane != null && lane.open());
      members.put("notBefore", lane == null ? null : lane.notBefore().map(Instant::toString).orElse(null));
      shown.add(members);
    }
    return json(Map.of("remotes", shown));
  }

  private Response report(Asked asked) {
    var day = asked.day().orElseGet(reconciliation::yesterday);
    int after = asked.number("after", 0, 0, Integer.MAX_VALUE);
    var shown = new ArrayList<Map<String, Object>>();
    for (var remote : asked.text("remote").map(List::of).orElseGet(reconciliation::remotes)) {
      reconciliation.report(remote, day, asked.own()).ifPresent(report -> {
        var members = Shown.report(report);
        members.put("lines", reconciliation.lines(remote, day, asked.own(), after, Desk.PAGE).stream()
            .map(Shown::line).toList());
        shown.add(members);
      });
    }
    var members = new LinkedHashMap<String, Object>();
    members.put("day", day.toString());
    members.put("reports", shown);
    return json(members);
  }

  private Response reconcile(Asked asked) {
    var remote = asked.needed("remote");
    var day = asked.day().orElseGet(reconciliation::yesterday);
    return reconciliation.run(remote, day).flatMap(_ -> reconciliation.report(remote, day, asked.own()))
        .map(report -> json(Shown.report(report)))
        .orElseThrow(() -> new Asked.Stop(new Fault("404 ledger", "nothing of " + remote + " is reconciled")));
  }
}
