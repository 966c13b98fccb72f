package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.remote.TtacCarrier;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.facility.pharmacy.store.TakebackStore;
import id.jejak.facility.pharmacy.store.StockStore.After;
import id.jejak.facility.pharmacy.store.StockStore.Kind;
import id.jejak.facility.pharmacy.store.StockStore.Movement;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What lies where, and how it gets elsewhere. Thread-safe. */
final class Shelves {
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
  private static final Set<PackState> HERE = Set.of(PackState.SHELF, PackState.QUARANTINE, PackState.OPENED);

  private final Desk desk;
  private final PackStore packs;
  private final StockStore stock;
  private final TakebackStore takebacks;

  Shelves(Desk desk, PackStore packs, StockStore stock, TakebackStore takebacks) {
    this.desk = desk;
    this.packs = packs;
    this.stock = stock;
    this.takebacks = takebacks;
  }

  Response list(Actor actor, Params params) {
    var before = params.dateOrNone("before").orElse(NEVER);
    var after = params.textOrNone("after").map(text -> after(params, text)).orElse(After.NOTHING);
    var nie = params.textOrNone("nie");
    var rows = desk.db().read(h -> stock.list(h, actor.facility(), nie, before, after, Limits.PAGE));
    var last = rows.size() < Limits.PAGE ? null : rows.getLast();
    return Gate.done(Tree.of("rows", rows.stream().map(one -> row(one.row())).toList(), "next", last == null ? null
        : last.row().expiry() + "~" + last.lot() + "~" + last.row().state().number() + "~" + last.row().place()));
  }

  private static After after(Params params, String text) {
    var parts = text.split("~", 4);
    if (parts.length != 4 || !parts[0].matches("\\d{4}-\\d{2}-\\d{2}") || !parts[1].matches("\\d{1,18}")
        || !parts[2].matches("\\d")) {
      throw params.malformed("after", "the next of the page before");
    }
    return new After(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), parts[3], Integer.parseInt(parts[2]));
  }

  static Map<String, Object> row(StockStore.Row row) {
    return Tree.of("nie", row.nie(), "name", row.name(), "batch", row.batch(), "expiry", row.expiry().toString(), "place",
        row.place(), "state", Shown.state(row.state()), "blocked", row.blocked(), "packs", row.packs(), "units",
        Shown.number(row.units()));
  }

  Response pack(Actor actor, Params params) {
    var scan = Scans.read(params.text("barcode"), desk.days().today(actor.facility()));
    return Gate.done(desk.db().read(h -> {
      var held = packs.look(h, actor.facility(), desk.days().today(actor.facility()), scan.keys());
      if (held.isEmpty()) {
        throw Stop.at(Problem.NOT_FOUND, "barcode", scan.text(), "thing", "pack");
      }
      var shown = shown(held.getFirst(), actor);
      shown.put("events", stock.history(h, held.getFirst().pack().key(), actor.facility()).stream()
          .map(event -> event(event, actor.facility())).toList());
      return shown;
    }));
  }

  /** One statement for all of them: a list that is looked at before it is moved or sent has hundreds. */
  Response packs(Actor actor, Params params) {
    var today = desk.days().today(actor.facility());
    var read = params.texts("barcodes", 1, Limits.PACKS).stream().map(text -> Scans.read(text, today)).toList();
    var held = new HashMap<String, PackStore.Held>();
    desk.db().read(h -> packs.look(h, actor.facility(), today, read.stream().flatMap(one -> one.keys().stream()).distinct()
        .sorted().toList())).forEach(one -> held.put(one.pack().key(), one));
    return Gate.done(Tree.of("rows", read.stream().map(scan -> {
      var found = scan.keys().stream().sorted().map(held::get).filter(Objects::nonNull).findFirst();
      var row = Tree.of("asked", scan.text(), "known", found.isPresent());
      found.ifPresent(one -> row.putAll(shown(one, actor)));
      return row;
    }).toList()));
  }

  /** A pack of another facility is known to be there, and not where it lies. */
  private static Map<String, Object> shown(PackStore.Held held, Actor actor) {
    var pack = held.pack();
    boolean ours = pack.facility().equals(actor.facility());
    return Tree.of("barcode", pack.barcode(), "nie", pack.lot().nie(), "name", held.product().map(one -> one.name())
        .orElse(null), "batch", pack.lot().batch(), "expiry", pack.lot().expiry().toString(), "facility", pack.facility(),
        "place", ours ? pack.place() : null, "state", Shown.state(pack.state()), "blocked", pack.blocked(), "units",
        Shown.number(pack.units()), "whole", Shown.number(pack.whole()));
  }

  /** Of what happened elsewhere: that it did. */
  private static Map<String, Object> event(StockStore.Event event, String facility) {
    boolean ours = event.facility().equals(facility);
    var shown = Tree.of("at", event.at().toString(), "what", event.what(), "facility", event.facility());
    if (ours) {
      put(shown, "place", event.place());
      put(shown, "counterpart", event.counterpart());
      put(shown, "reason", event.reason());
      put(shown, "reference", event.reference());
    }
    if (event.units() != null) {
      shown.put("units", Shown.number(event.units()));
    }
    return shown;
  }

  private static void put(Map<String, Object> shown, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      shown.put(name, value);
    }
  }

  /** Barcodes by key, in the order of keys. */
  private Map<String, String> keys(Actor actor, Params params, int least) {
    var today = desk.days().today(actor.facility());
    var keys = new TreeMap<String, String>();
    params.texts("barcodes", least, Limits.PACKS).forEach(text -> keys.put(Scans.read(text, today).key(), text));
    return keys;
  }

  Response move(Actor actor, Params params) {
    var keys = keys(actor, params, 1);
    var place = params.text("place");
    var quarantine = params.flagOrNone("quarantine");
    var reason = quarantine.isPresent() ? params.text("reason") : params.textOrNone("reason").orElse("");
    var to = quarantine.map(apart -> apart ? PackState.QUARANTINE : PackState.SHELF);
    var kind = quarantine.map(apart -> apart ? Kind.QUARANTINED : Kind.RELEASED).orElse(Kind.MOVED);
    return Gate.done(desk.db().transaction(tx -> {
      long movement = desk.ids().next();
      all(keys, packs.move(tx, actor.facility(), place, HERE, to, movement, keys.keySet()));
      if (kind == Kind.RELEASED) {
        stopHad(tx, keys);
      }
      note(tx, movement, actor, kind, place, "", reason, keys.size());
      return Tree.of("moved", keys.size(), "movement", Shown.id(movement));
    }));
  }

  /** Asked once the packs are moved, and so locked: whoever takes one back at this moment was waited for. */
  private void stopHad(Handle tx, Map<String, String> released) {
    var had = takebacks.had(tx, released.keySet()).stream().map(key -> String.valueOf(released.get(key))).toList();
    if (!had.isEmpty()) {
      throw Stop.at(Problem.NOT_RELEASED, "barcodes", had.getFirst(), "count", Integer.toString(had.size()), "barcode",
          had.getFirst()).with(Map.of("not_released", had.stream().limit(Limits.PAGE).toList()));
    }
  }

  Response send(Actor actor, Params params) {
    var keys = keys(actor, params, 1);
    int sarana = params.integer("sarana", 1, Integer.MAX_VALUE);
    var reason = params.textOrNone("reason");
    var units = params.texts("units", 0, Limits.PACKS);
    return Gate.done(desk.db().transaction(tx -> {
      long movement = desk.ids().next();
      // What is recalled or kept apart goes back, too: only giving back is open to it.
      var from = reason.isPresent() ? Set.of(PackState.SHELF, PackState.QUARANTINE) : Set.of(PackState.SHELF);
      all(keys, packs.move(tx, actor.facility(), "", from, Optional.of(PackState.SENT), movement, keys.keySet()));
      note(tx, movement, actor, reason.isPresent() ? Kind.RETURNED : Kind.SENT, "", Integer.toString(sarana),
          reason.orElse(""), keys.size());
      stock.tell(tx, movement, keys.keySet());
      desk.post().toTtac(tx, actor.facility(), movement, reason.isPresent() ? TtacCarrier.RETURN : TtacCarrier.SEND,
          units.isEmpty() ? List.copyOf(keys.values()) : units, Optional.of(sarana), reason.orElse(""));
      return Tree.of("sent", keys.size(), "movement", Shown.id(movement));
    }));
  }

  private static void all(Map<String, String> asked, List<String> moved) {
    if (moved.size() < asked.size()) {
      var left = new LinkedHashMap<>(asked);
      moved.forEach(left::remove);
      var first = left.values().iterator().next();
      throw Stop.at(Problem.NOT_HERE, "barcodes", first, "count", Integer.toString(left.size()), "barcode", first)
          .with(Map.of("not_here", left.values().stream().limit(Limits.PAGE).toList()));
    }
  }

  Response count(Actor actor, Params params) {
    var scanned = keys(actor, params, 0);
    var place = params.text("place");
    boolean apply = params.flag("apply", false);
    return Gate.done(desk.db().transaction(tx -> {
      var expected = new TreeMap<String, String>();
      packs.at(tx, actor.facility(), place).forEach(one -> expected.put(one.key(), one.barcode()));
      var missing = new TreeMap<>(expected);
      missing.keySet().removeAll(scanned.keySet());
      var more = new TreeMap<>(scanned);
      more.keySet().removeAll(expected.keySet());
      var elsewhere = new TreeMap<String, String>();
      packs.look(tx, actor.facility(), desk.days().today(actor.facility()), more.keySet()).stream().map(PackStore.Held::pack)
          .filter(pack -> pack.facility().equals(actor.facility())
              && (pack.state().here() || pack.state() == PackState.MISSING))
          .forEach(pack -> elsewhere.put(pack.key(), pack.barcode()));
      more.keySet().removeAll(elsewhere.keySet());
      if (apply) {
        correct(tx, actor, place, missing, elsewhere);
      }
      return Tree.of("place", place, "expected", expected.size(), "found", expected.size() - missing.size(), "missing",
          new ArrayList<>(missing.values()), "elsewhere", new ArrayList<>(elsewhere.values()), "unknown",
          new ArrayList<>(more.values()), "applied", apply);
    }));
  }

  private void correct(Handle tx, Actor actor, String place, Map<String, String> missing, Map<String, String> elsewhere) {
    if (!missing.isEmpty()) {
      long movement = desk.ids().next();
      packs.move(tx, actor.facility(), "", HERE, Optional.of(PackState.MISSING), movement, missing.keySet());
      note(tx, movement, actor, Kind.MISSED, place, "", "stock count", missing.size());
    }
    if (!elsewhere.isEmpty()) {
      long movement = desk.ids().next();
      packs.move(tx, actor.facility(), place, HERE, Optional.empty(), movement, elsewhere.keySet());
      var lost = Set.of(PackState.MISSING);
      var had = takebacks.had(tx, elsewhere.keySet()); // being written off for a while releases nothing
      packs.move(tx, actor.facility(), place, lost, Optional.of(PackState.QUARANTINE), movement, had);
      packs.move(tx, actor.facility(), place, lost, Optional.of(PackState.SHELF), movement, elsewhere.keySet());
      note(tx, movement, actor, Kind.FOUND, place, "", "stock count", elsewhere.size());
    }
  }

  private void note(Handle tx, long movement, Actor actor, Kind kind, String place, String counterpart, String reason,
      int number) {
    stock.add(tx, new Movement(movement, actor.facility(), desk.clock().instant(), kind, actor.staff(), place, counterpart,
        reason, number));
  }
}
