package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PackStore.NewLot;
import id.jejak.facility.pharmacy.store.PackStore.NewPack;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.facility.pharmacy.store.StockStore.Kind;
import id.jejak.facility.pharmacy.store.StockStore.Movement;
import id.jejak.facility.pharmacy.store.WorldStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Tree;
import id.jejak.ttac.contract.barcode.BarcodeWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The demo world's stock: medicines of KFA's demo world, on the shelves of the hospital and the apotek. What TTAC's demo
 * world has on its way comes besides. The same every time.
 */
final class Demo {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant SINCE = Instant.parse("2026-11-01T02:00:00Z");

  /** A lot of the demo world, and how many packs of it each shelf holds. */
  private record Shelf(String facility, String place, String nie, String batch, LocalDate expiry, String prefix, int packs) {}

  private static final List<Product> PRODUCTS = List.of(
      product("DKL2499900210A1", "93990002", "92990001", "Paracetamol 500 mg Tablet (PANADIN)", "BS066", "Tablet", "91990001",
          "500", 10, 710),
      product("DKL2499900310A1", "93990003", "92990001", "Paracetamol 500 mg Tablet (SUMETOL)", "BS066", "Tablet", "91990001",
          "500", 10, 740),
      product("DKL2499900810A1", "93990008", "92990004", "Amoxicillin 500 mg Kapsul (AMOXINDO)", "BS019", "Kapsul", "91990004",
          "500", 10, 890),
      product("DKL2499901310A1", "93990013", "92990006", "Amlodipine 5 mg Tablet (AMDIPRES)", "BS066", "Tablet", "91990006",
          "5", 10, 1040),
      product("GKL1222251043A1", "93990001", "92990001", "Paracetamol 500 mg Tablet (Umum)", "BS066", "Tablet", "91990001",
          "500", 10, 0),
      product("TR202358291", "", "", "STRIAL", "", "Tablet", "", "", 1, 0));

  private static final List<Shelf> SHELVES = List.of(
      new Shelf("rs-sarana-a", "RAK-A", "DKL2499900210A1", "PND2601", LocalDate.of(2029, 3, 31), "PND", 30),
      new Shelf("rs-sarana-a", "GUDANG", "DKL2499900210A1", "PND2602", LocalDate.of(2029, 9, 30), "PNE", 50),
      new Shelf("rs-sarana-a", "RAK-A", "DKL2499900310A1", "SMT2601", LocalDate.of(2029, 6, 30), "SMT", 20),
      new Shelf("rs-sarana-a", "RAK-B", "DKL2499900810A1", "AMX2601", LocalDate.of(2028, 6, 30), "AMX", 20),
      new Shelf("rs-sarana-a", "RAK-B", "DKL2499901310A1", "AMD2601", LocalDate.of(2029, 1, 31), "AMD", 20),
      new Shelf("rs-sarana-a", "RAK-C", "DKL2499900810A1", "AMX2301", LocalDate.of(2026, 6, 30), "AMW", 2),
      new Shelf("apotek-sarana-b", "ETALASE", "DKL2499900210A1", "PND2601", LocalDate.of(2029, 3, 31), "PNB", 10),
      new Shelf("apotek-sarana-b", "ETALASE", "DKL2499901310A1", "AMD2601", LocalDate.of(2029, 1, 31), "AMB", 10));

  private final Db db;
  private final WorldStore worlds;
  private final ProductStore products;
  private final PackStore packs;
  private final StockStore stock;
  private final Ids ids;
  private final InstantSource clock;
  private final DemoActors actors = new DemoActors();

  Demo(Desk desk, WorldStore worlds, ProductStore products, PackStore packs, StockStore stock) {
    this.db = desk.db();
    this.worlds = worlds;
    this.products = products;
    this.packs = packs;
    this.stock = stock;
    this.ids = desk.ids();
    this.clock = desk.clock();
  }

  private static Product product(String nie, String kfa, String template, String name, String form, String unit,
      String substance, String strength, int units, int het) {
    return new Product(nie, Optional.of(kfa).filter(code -> !code.isEmpty()),
        Optional.of(template).filter(code -> !code.isEmpty()), name, form, unit,
        substance.isEmpty() ? Set.of() : Set.of(substance), Optional.of(strength).filter(text -> !text.isEmpty())
            .map(BigDecimal::new), BigDecimal.valueOf(units), Optional.of(het).filter(price -> price > 0)
            .map(BigDecimal::valueOf), Optional.empty(), true);
  }

  void prepare() {
    db.transaction(tx -> {
      if (worlds.empty(tx)) {
        fill(tx);
      }
      return true;
    });
  }

  void reset() {
    db.transaction(tx -> {
      worlds.clear(tx);
      fill(tx);
      return true;
    });
  }

  private void fill(Handle tx) {
    PRODUCTS.forEach(one -> products.put(tx, one, clock.instant(), "demo"));
    for (var facility : List.of("rs-sarana-a", "apotek-sarana-b")) {
      products.price(tx, facility, "DKL2499900210A1", new BigDecimal("550"));
    }
    for (var shelf : SHELVES) {
      var lot = packs.lots(tx, List.of(new NewLot(shelf.nie(), shelf.batch(), shelf.expiry())), List.of(ids.next()))
          .getFirst();
      long movement = ids.next();
      var all = new TreeMap<String, NewPack>();
      for (int i = 1; i <= shelf.packs(); i++) {
        var barcode = barcode(shelf, i);
        var key = Scans.read(barcode, TODAY).key();
        all.put(key, new NewPack(key, barcode, lot, BigDecimal.TEN));
      }
      packs.receive(tx, shelf.facility(), shelf.place(), PackState.SHELF, SINCE, movement, List.copyOf(all.values()));
      stock.add(tx, new Movement(movement, shelf.facility(), SINCE, Kind.RECEIVED, "demo", shelf.place(), "", "", all.size()));
    }
  }

  private static String barcode(Shelf shelf, int number) {
    return BarcodeWriter.separated(BarcodeWriter.byNie(shelf.nie(), shelf.batch(), shelf.expiry(),
        String.format(Locale.ROOT, "%s%04d", shelf.prefix(), number)));
  }

  /** Tokens, facilities, and a pack of each shelf. */
  Map<String, Object> shown() {
    var people = new ArrayList<Map<String, Object>>();
    actors.all().forEach((token, actor) -> people.add(Tree.of("token", token, "facility", actor.facility(), "roles",
        actor.roles().stream().map(Enum::name).sorted().toList())));
    return Tree.of("base", "/facility/v1", "actors", people, "packs", SHELVES.stream().map(shelf -> Tree.of("facility",
        shelf.facility(), "place", shelf.place(), "nie", shelf.nie(), "batch", shelf.batch(), "expiry",
        shelf.expiry().toString(), "barcode", barcode(shelf, 1), "packs", shelf.packs())).toList());
  }
}
