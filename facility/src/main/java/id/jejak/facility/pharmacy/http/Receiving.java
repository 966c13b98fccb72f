package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.remote.Remotes;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PackStore.NewLot;
import id.jejak.facility.pharmacy.store.PackStore.NewPack;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.facility.pharmacy.store.StockStore.Kind;
import id.jejak.facility.pharmacy.store.StockStore.Movement;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Tree;
import id.jejak.ttac.client.PendingFilter;
import id.jejak.ttac.client.PendingItem;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Goods in: what TTAC says is coming, and what was taken out of the box. Thread-safe. */
final class Receiving {
  private final Db db;
  private final PackStore packs;
  private final StockStore stock;
  private final ProductStore products;
  private final Remotes remotes;
  private final Post post;
  private final Days days;
  private final Ids ids;
  private final InstantSource clock;

  Receiving(Desk desk, PackStore packs, StockStore stock, ProductStore products) {
    this.db = desk.db();
    this.packs = packs;
    this.stock = stock;
    this.products = products;
    this.remotes = desk.remotes();
    this.post = desk.post();
    this.days = desk.days();
    this.ids = desk.ids();
    this.clock = desk.clock();
  }

  Response inbound(Actor actor, Params params) {
    var client = Away.client("TTAC", remotes.ttac(actor.facility()));
    var rows = Away.value("TTAC", client.pending(PendingFilter.ALL).rest(Limits.PENDING));
    return Gate.done(Map.of("units", rows.stream().map(Receiving::shown).toList()));
  }

  private static Map<String, Object> shown(PendingItem item) {
    return Tree.of("barcode", item.barcode(), "level", item.level().map(level -> level.word()).orElse(null), "nie",
        item.nie(), "batch", item.batch(), "expiry", item.expiry(), "packs", item.primers(), "sender", item.sender(),
        "sender_name", item.senderName());
  }

  /** A pack as it is to be taken in. */
  private record Incoming(String key, String barcode, NewLot lot) {}

  Response receive(Actor actor, Params params) {
    var incoming = incoming(actor, params);
    var place = params.text("place");
    var units = params.texts("units", 0, Limits.PACKS);
    var state = params.flag("quarantine", false) ? PackState.QUARANTINE : PackState.SHELF;
    return Gate.done(db.transaction(tx -> {
      packs.enter(tx);
      var nies = incoming.stream().map(one -> one.lot().nie()).distinct().sorted().toList();
      var known = new HashMap<String, Product>();
      products.of(tx, nies).forEach(one -> known.put(one.nie(), one));
      var lots = incoming.stream().map(Incoming::lot).distinct().toList();
      var lotIds = packs.lots(tx, lots, lots.stream().map(_ -> ids.next()).toList());
      var byLot = new HashMap<NewLot, Long>();
      for (int i = 0; i < lots.size(); i++) {
        byLot.put(lots.get(i), lotIds.get(i));
      }
      long movement = ids.next();
      var now = clock.instant();
      int taken = packs.receive(tx, actor.facility(), place, state, now, movement, incoming.stream().map(one ->
          new NewPack(one.key(), one.barcode(), byLot.getOrDefault(one.lot(), 0L), known.containsKey(one.lot().nie())
              ? known.get(one.lot().nie()).packUnits() : BigDecimal.ONE)).toList());
      if (taken < incoming.size()) {
        var held = packs.held(tx, incoming.stream().map(Incoming::key).toList(), movement);
        throw Stop.at(Problem.HELD, "barcodes", held.getFirst().barcode(), "count", Integer.toString(held.size()),
            "barcode", held.getFirst().barcode(), "facility", held.getFirst().facility())
            .with(Map.of("held", held.stream().limit(Limits.PAGE).map(PackStore.Holder::barcode).toList()));
      }
      stock.add(tx, new Movement(movement, actor.facility(), now, Kind.RECEIVED, actor.staff(), place, "", "", taken));
      stock.tell(tx, movement, incoming.stream().map(Incoming::key).toList());
      post.toTtac(tx, actor.facility(), movement, Post.received(), units.isEmpty()
          ? incoming.stream().map(Incoming::barcode).toList() : units, java.util.Optional.empty(), "");
      var blocked = packs.blocked(tx, lotIds);
      return Tree.of("received", taken, "movement", Shown.id(movement), "blocked",
          incoming.stream().filter(one -> blocked.contains(byLot.get(one.lot()))).count(), "unmapped",
          nies.stream().filter(nie -> !known.containsKey(nie)).toList());
    }));
  }

  /** The barcodes of a request. */
  static List<String> barcodes(Params params) {
    return params.texts("barcodes", 1, Limits.PACKS);
  }

  /** Each pack once, in the order of keys, so that two receipts of the same packs wait for each other in one order. */
  private List<Incoming> incoming(Actor actor, Params params) {
    var today = days.today(actor.facility());
    var given = new Given(params.textOrNone("nie").orElse(""), params.textOrNone("batch").orElse(""),
        params.dateOrNone("expiry").orElse(null));
    var all = new LinkedHashMap<String, Incoming>();
    var barcodes = barcodes(params);
    for (int i = 0; i < barcodes.size(); i++) {
      var scan = Scans.read(barcodes.get(i), today);
      var nie = scan.nie().orElse(given.nie());
      var batch = scan.batch().orElse(given.batch());
      var expiry = scan.expiry().orElse(given.expiry());
      if (nie.isEmpty() || batch.isEmpty() || expiry == null) {
        throw Stop.at(Problem.LOT_UNTOLD, "barcodes[" + i + "]", scan.text(), "barcode", scan.text());
      }
      all.put(scan.key(), new Incoming(scan.key(), scan.text(), new NewLot(nie, batch, expiry)));
    }
    var sorted = new ArrayList<Incoming>();
    new TreeSet<>(all.keySet()).forEach(key -> sorted.add(all.get(key)));
    return sorted;
  }

  /** What the delivery note says of packs whose barcode does not. */
  private record Given(String nie, String batch, java.time.@org.jspecify.annotations.Nullable LocalDate expiry) {}
}
