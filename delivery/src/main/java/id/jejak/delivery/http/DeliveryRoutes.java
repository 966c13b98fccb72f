package id.jejak.delivery.http;

import static id.jejak.delivery.http.Asked.answering;
import static id.jejak.kernel.http.Route.route;

import id.jejak.delivery.Desk;
import id.jejak.delivery.Desk.Outcome;
import id.jejak.delivery.Reconciliation;
import id.jejak.delivery.contract.DeliveryOperations;
import id.jejak.delivery.contract.Fault;
import id.jejak.delivery.domain.Stage;
import id.jejak.delivery.engine.Lane;
import id.jejak.delivery.store.ParcelStore.Count;
import id.jejak.delivery.store.ParcelStore.Which;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /** Routes to a desk. */
  public DeliveryRoutes(Desk desk, Reconciliation reconciliation) {
    this.desk = desk;
    this.reconciliation = reconciliation;
  }

  /** All operations. */
  public Mount mount() {
    return new Mount("delivery", DeliveryOperations.BASES, List.of(
        route(DeliveryOperations.LIST, answering(this::list)),
        route(DeliveryOperations.GET, answering(this::get)),
        route(DeliveryOperations.REDRIVE_ALL, answering(asked -> json(Map.of("redriven",
            desk.redrive(which("", asked), asked.needed("by")))))),
        route(DeliveryOperations.REDRIVE, answering(asked -> after(asked,
            desk.redrive(asked.id(), asked.needed("by"))))),
        route(DeliveryOperations.CORRECT, answering(asked -> after(asked,
            desk.correct(asked.id(), asked.object("body"), asked.needed("by"), asked.needed("reason"))))),
        route(DeliveryOperations.ASIDE, answering(asked -> after(asked,
            desk.stepAside(asked.id(), asked.needed("by"), asked.needed("reason"))))),
        route(DeliveryOperations.GIVE_UP, answering(asked -> after(asked,
            desk.giveUp(asked.id(), asked.needed("by"), asked.needed("reason"))))),
        route(DeliveryOperations.REMOTES, answering(_ -> remotes())),
        route(DeliveryOperations.REPORT, answering(this::report)),
        route(DeliveryOperations.RECONCILE, answering(this::reconcile))), new DeliveryFaults());
  }

  private static Response json(Map<String, ? extends @Nullable Object> members) {
    return Response.json(200, Json.write((Object) members));
  }

  private static Which which(String stage, Asked asked) {
    return new Which(stage, asked.text("remote").orElse(""), asked.text("facility").orElse(""), asked.remedy(),
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
    return show(asked.id(), true);
  }

  private Response show(long id, boolean whole) {
    var found = desk.find(id).orElseThrow(() -> unknown(id));
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
      case CHANGED -> show(id, false);
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

  private Response remotes() {
    var counts = desk.counts().stream().collect(Collectors.groupingBy(Count::remote));
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
      reconciliation.report(remote, day).ifPresent(report -> {
        var members = Shown.report(report);
        members.put("lines", reconciliation.lines(remote, day, after, Desk.PAGE).stream().map(Shown::line).toList());
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
    return reconciliation.run(remote, asked.day().orElseGet(reconciliation::yesterday))
        .map(report -> json(Shown.report(report)))
        .orElseThrow(() -> new Asked.Stop(new Fault("404 ledger", "nothing of " + remote + " is reconciled")));
  }
}
