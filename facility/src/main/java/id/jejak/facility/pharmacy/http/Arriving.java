package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Pack;
import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The look at goods before they are taken in: every problem of every pack, and nothing is written. Thread-safe. */
final class Arriving {
  private final Desk desk;
  private final PackStore packs;
  private final ProductStore products;

  Arriving(Desk desk, PackStore packs, ProductStore products) {
    this.desk = desk;
    this.packs = packs;
    this.products = products;
  }

  /** A barcode as it would be taken in. */
  private record Read(Scans.Scan scan, String nie, String batch, Optional<LocalDate> expiry) {
    boolean told() {
      return !nie.isEmpty() && !batch.isEmpty() && expiry.isPresent();
    }
  }

  Response check(Actor actor, Params params) {
    var today = desk.days().today(actor.facility());
    var read = Receiving.barcodes(params).stream().map(text -> read(text, params, today)).toList();
    return Gate.done(desk.db().read(h -> look(h, actor, read, today)));
  }

  private static Read read(String text, Params params, LocalDate today) {
    var scan = Scans.read(text, today);
    return new Read(scan, scan.nie().or(() -> params.textOrNone("nie")).orElse(""),
        scan.batch().or(() -> params.textOrNone("batch")).orElse(""), scan.expiry().or(() ->
        params.dateOrNone("expiry")));
  }

  private Map<String, Object> look(Handle h, Actor actor, List<Read> read, LocalDate today) {
    var known = new HashMap<String, Pack>();
    packs.look(h, actor.facility(), today, read.stream().flatMap(one -> one.scan().keys().stream()).distinct().sorted()
        .toList()).forEach(held -> known.put(held.pack().key(), held.pack()));
    var named = new HashMap<String, String>();
    products.of(h, new TreeSet<>(read.stream().map(Read::nie).toList())).forEach(one -> named.put(one.nie(),
        one.name()));
    var seen = new HashSet<String>();
    var rows = new ArrayList<Map<String, Object>>();
    int good = 0;
    for (var one : read) {
      var problem = problem(one, known, actor, today, seen);
      good += problem.isEmpty() ? 1 : 0;
      rows.add(Tree.of("barcode", one.scan().text(), "good", problem.isEmpty(), "problem", problem.orElse(null), "nie",
          one.nie(), "name", named.get(one.nie()), "batch", one.batch(), "expiry",
          one.expiry().map(LocalDate::toString).orElse(null), "mapped", named.containsKey(one.nie())));
    }
    return Tree.of("rows", rows, "good", good);
  }

  /** Why a pack cannot be taken in; the first that holds. */
  private static Optional<String> problem(Read one, Map<String, Pack> known, Actor actor, LocalDate today,
      HashSet<String> seen) {
    if (!one.told()) {
      return Optional.of("untold");
    }
    if (!seen.add(one.scan().key())) {
      return Optional.of("twice");
    }
    var pack = one.scan().keys().stream().map(known::get).filter(java.util.Objects::nonNull).findFirst();
    if (pack.isPresent()) {
      var there = pack.get();
      boolean back = there.state() == PackState.SENT
          || there.state() == PackState.MISSING && there.facility().equals(actor.facility());
      if (!back) {
        return Optional.of(there.facility().equals(actor.facility()) ? "held" : "held-elsewhere");
      }
      if (there.blocked()) {
        return Optional.of("recalled");
      }
    }
    return one.expiry().filter(today::isAfter).map(_ -> "expired");
  }
}
