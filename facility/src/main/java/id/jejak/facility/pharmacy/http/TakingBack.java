package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.TakeBack;
import id.jejak.facility.pharmacy.domain.TakeBack.Kind;
import id.jejak.facility.pharmacy.domain.TakeBack.To;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.DispenseStore.Compound;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PackStore.Held;
import id.jejak.facility.pharmacy.store.TakebackStore;
import id.jejak.facility.pharmacy.store.TakebackStore.Back;
import id.jejak.facility.pharmacy.store.TakebackStore.Given;
import id.jejak.facility.pharmacy.store.TakebackStore.Part;
import id.jejak.facility.pharmacy.store.TakebackStore.Takeback;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Taking back what was handed over. One transaction: locks in the order of whoever dispenses (gate, packs, compound, line)
 * and the dispense last, judges, posts what is owed, and changes everything in one last statement. Thread-safe.
 */
final class TakingBack {
  private static final Duration MOST = Duration.ofHours(Limits.TAKE_BACK_HOURS);

  private final Desk desk;
  private final PackStore packs;
  private final DispenseStore dispenses;
  private final TakebackStore takebacks;

  TakingBack(Desk desk, PackStore packs, DispenseStore dispenses, TakebackStore takebacks) {
    this.desk = desk;
    this.packs = packs;
    this.dispenses = dispenses;
    this.takebacks = takebacks;
  }

  /**
   * A pack that came back, as asked.
   *
   * @param units empty for all that were given of it
   */
  private record Asked(Params params, Scans.Scan scan, Optional<BigDecimal> units, To to) {}

  /**
   * What is asked, read and found to be whole.
   *
   * @param packs empty when everything came back
   * @param to where what does not say so goes
   */
  private record Order(long dispense, Kind kind, String reason, To to, List<Asked> packs) {}

  /** What stood in the tables, locked. */
  private record Standing(Given given, List<Part> parts, Map<String, Held> held, Optional<Compound> compound,
      LocalDate today) {}

  Response takeBack(Actor actor, Params params, Trail trail) {
    var today = desk.days().today(actor.facility());
    long id = params.id("dispense");
    var kind = Kind.valueOf(word(params, "kind", Kind.values()));
    var reason = params.text("reason");
    var to = to(params, To.QUARANTINE);
    var asked = new ArrayList<Asked>();
    for (var one : params.objects("packs", 0, Limits.PACKS)) {
      asked.add(new Asked(one, Scans.read(one.text("barcode"), today), one.quantityOrNone("units"), to(one, to)));
    }
    var order = new Order(id, kind, reason, to, asked);
    return Gate.done(desk.db().ending(tx -> takeBack(tx, actor, params, order, today, trail)));
  }

  private static To to(Params params, To otherwise) {
    return params.textOrNone("to").map(_ -> To.valueOf(word(params, "to", To.values()))).orElse(otherwise);
  }

  /** The name of the constant that a member names in small letters. */
  private static String word(Params params, String name, Enum<?>[] values) {
    return params.word(name, Arrays.stream(values).map(one -> one.name().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet())).toUpperCase(java.util.Locale.ROOT);
  }

  private Db.Ending<Map<String, Object>> takeBack(Handle tx, Actor actor, Params params, Order order, LocalDate today,
      Trail trail) {
    var now = desk.clock().instant();
    var id = Shown.id(order.dispense());
    var given = takebacks.find(tx, actor.facility(), order.dispense()).orElseThrow(() -> Params.missing("dispense", id));
    var touch = trail.touching(tx, given.patient());
    var standing = lock(tx, actor, given, today);
    if (takebacks.taken(tx, given.id())) {
      throw Stop.at(Problem.TAKEN_BACK, "id", id, "dispense", id);
    }
    if (TakeBack.late(order.kind(), given.at(), now, MOST)) {
      throw Stop.at(Problem.TOO_LATE, "kind", order.kind().word(), "dispense", id, "hours",
          Integer.toString(Limits.TAKE_BACK_HOURS), "kind", order.kind().word());
    }
    var back = order.packs().isEmpty() ? standing.parts().stream().map(part -> new Back(part, part.units(), order.to())).toList()
        : named(order, standing);
    for (int i = 0; i < back.size(); i++) {
      stopOffShelf(order, standing, back.get(i), order.packs().isEmpty() ? params.where("to")
          : order.packs().get(i).params().where("to"));
    }
    var pieces = pieces(order, standing, params);
    var one = new Takeback(desk.ids().next(), actor.facility(), given, now, actor.staff(), order.kind(), order.reason(), pieces,
        back);
    var owed = desk.post().takeback(tx, actor.facility(), given.prescription(), given.id());
    return new Db.Ending<>(Gate.last(touch, owed, takebacks.take(tx, one)), shown(one));
  }

  /** A dispense and its portions never change: they are read first, to know what is to be locked before them. */
  private Standing lock(Handle tx, Actor actor, Given given, LocalDate today) {
    var parts = takebacks.parts(tx, given.id());
    packs.enter(tx);
    var held = new HashMap<String, Held>();
    if (!parts.isEmpty()) {
      packs.lock(tx, actor.facility(), today, parts.stream().map(Part::key).toList())
          .forEach(one -> held.put(one.pack().key(), one));
    }
    var compound = given.compound();
    var mixed = compound == null ? Optional.<Compound>empty()
        : dispenses.lock(tx, actor.facility(), List.of(compound)).stream().findFirst();
    takebacks.lock(tx, given);
    return new Standing(given, parts, held, mixed, today);
  }

  /** What came back of the packs that are named; all of them are of the dispense before any is counted. */
  private static List<Back> named(Order order, Standing standing) {
    var parts = standing.parts().stream().collect(Collectors.toMap(Part::key, part -> part));
    var found = order.packs().stream().map(one -> one.scan().keys().stream().map(parts::get)
        .filter(java.util.Objects::nonNull).findFirst().orElseThrow(() -> Stop.at(Problem.NOT_OF_IT,
            one.params().where("barcode"), one.scan().text(), "barcode", one.scan().text(), "dispense",
            Shown.id(order.dispense())))).toList();
    var left = new HashMap<String, BigDecimal>();
    var back = new ArrayList<Back>();
    for (int i = 0; i < found.size(); i++) {
      var part = found.get(i);
      var asked = order.packs().get(i);
      var most = left.getOrDefault(part.key(), part.units());
      var units = asked.units().orElse(most);
      if (units.compareTo(most) > 0 || units.signum() == 0) {
        throw Stop.at(Problem.MORE_THAN_GIVEN, asked.params().where("units"), Shown.number(units).toPlainString(), "barcode",
            asked.scan().text(), "wanted", Shown.number(units).toPlainString(), "given",
            Shown.number(part.units()).toPlainString());
      }
      left.put(part.key(), most.subtract(units));
      back.add(new Back(part, units, asked.to()));
    }
    return back;
  }

  private static void stopOffShelf(Order order, Standing standing, Back back, String where) {
    var held = java.util.Objects.requireNonNull(standing.held().get(back.part().key()));
    if (back.to() == To.SHELF) {
      TakeBack.notOnShelf(order.kind(), held.pack(), back.units(), standing.today()).ifPresent(reason -> {
        throw Stop.at(Problem.NOT_ON_SHELF, where, To.SHELF.word(), "barcode", held.pack().barcode(), "reason", reason);
      });
    }
  }

  /** Pieces of a compound that may be given again: a compound has no place apart, so only what may be on a shelf. */
  private static BigDecimal pieces(Order order, Standing standing, Params params) {
    if (order.to() != To.SHELF || standing.compound().isEmpty()) {
      return BigDecimal.ZERO;
    }
    var compound = standing.compound().get();
    TakeBack.notInCompound(order.kind(), compound.recalled(), compound.bestBy(), standing.today()).ifPresent(reason -> {
      throw Stop.at(Problem.NOT_ON_SHELF, params.where("to"), To.SHELF.word(), "barcode", Shown.id(compound.id()), "reason",
          reason);
    });
    return standing.given().quantity();
  }

  private static Map<String, Object> shown(Takeback one) {
    var given = one.given();
    return Tree.of("id", Shown.id(one.id()), "dispense", Shown.id(given.id()), "line", Shown.id(given.line()), "kind",
        one.kind().word(), "quantity", Shown.number(given.quantity()), "unit", given.unit(), "packs",
        one.back().stream().map(back -> Tree.of("barcode", back.part().barcode(), "units", Shown.number(back.units()), "to",
            back.to().word())).toList());
  }
}
