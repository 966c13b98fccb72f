package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Checks;
import id.jejak.facility.pharmacy.domain.Finding;
import id.jejak.facility.pharmacy.domain.Substitution;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.DispenseStore.Given;
import id.jejak.facility.pharmacy.store.DispenseStore.Portion;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Locked;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Dispensing. One transaction: locks packs, then compounds, then lines, each in order; judges; posts what is owed; tells the
 * queue; and changes everything in one last statement. Thread-safe.
 */
final class Giving {
  private final Desk desk;
  private final PackStore packs;
  private final DispenseStore dispenses;
  private final PrescriptionStore prescriptions;
  private final ProductStore products;
  private final Suspicions suspicions;

  Giving(Desk desk, PackStore packs, DispenseStore dispenses, PrescriptionStore prescriptions, ProductStore products,
      Suspicions suspicions) {
    this.desk = desk;
    this.packs = packs;
    this.dispenses = dispenses;
    this.prescriptions = prescriptions;
    this.products = products;
    this.suspicions = suspicions;
  }

  /**
   * One line's part of a dispense, as asked for.
   *
   * @param quantity of a compound; empty for as much as may be given
   * @param seen what was dispensed of the line when the caller looked; empty when that does not matter
   */
  record Item(Params params, long line, List<Taking.Asked> packs, Optional<Long> compound, Optional<BigDecimal> quantity,
      Optional<Substitution> substitution, Optional<BigDecimal> seen) {}

  /** What is asked, read and found to be whole. */
  private record Order(long prescription, List<Item> items, Set<Finding.Kind> accepted, boolean handOver) {}

  Response give(Actor actor, Params params, Trail trail) {
    var today = desk.days().today(actor.facility());
    var order = new Order(params.reference("prescription"), items(params, today), accepted(params),
        params.flag("hand_over", true));
    return Gate.done(desk.db().ending(tx -> give(tx, actor, order, today, trail)));
  }

  private static List<Item> items(Params params, LocalDate today) {
    var items = new ArrayList<Item>();
    for (var one : params.objects("items", 1, Limits.LINES)) {
      var compound = one.referenceOrNone("compound");
      var item = new Item(one, one.reference("line"), Taking.Asked.of(one, compound.isPresent() ? 0 : 1, Limits.PACKS, today),
          compound, one.quantityOrNone("quantity"), one.object("substitution").map(Giving::substitution),
          one.sumOrNone("dispensed"));
      if (compound.isPresent() && !item.packs().isEmpty()) {
        throw one.malformed("packs", "packs or compound, not both");
      }
      items.add(item);
    }
    return items;
  }

  private static Substitution substitution(Params params) {
    var made = new Substitution(params.text("type"), params.text("reason"), params.textOrNone("text").orElse(""),
        params.textOrNone("doctor").orElse(""), params.textOrNone("pharmacist").orElse(""));
    made.fault().ifPresent(fault -> {
      throw Stop.at(Problem.SUBSTITUTION, params.where("doctor"), made.doctor(), "fault", fault);
    });
    return made;
  }

  /** Kinds of findings that the caller accepts. */
  static Set<Finding.Kind> accepted(Params params) {
    var kinds = EnumSet.noneOf(Finding.Kind.class);
    for (var word : params.texts("accept", 0, Finding.Kind.values().length)) {
      kinds.add(java.util.Arrays.stream(Finding.Kind.values()).filter(kind -> kind.name().equals(word)).findFirst()
          .orElseThrow(() -> params.malformed("accept", "kinds of findings: "
              + java.util.Arrays.toString(Finding.Kind.values()))));
    }
    return kinds;
  }

  /** Stops when something must be accepted that was not. */
  static void stopOpen(List<Finding> findings, Set<Finding.Kind> accepted) {
    var open = Checks.open(findings, accepted);
    if (!open.isEmpty()) {
      throw Stop.at(Problem.FINDINGS, "accept", accepted.toString(), "count", Integer.toString(open.size()), "kinds",
          open.stream().map(one -> one.kind().name()).distinct().sorted().collect(Collectors.joining(", ")))
          .with(Map.of("findings", Shown.findings(open)));
    }
  }

  private Db.Ending<Map<String, Object>> give(Handle tx, Actor actor, Order order, LocalDate today, Trail trail) {
    var now = desk.clock().instant();
    var taking = new Taking(actor, today, now, order.prescription(), suspicions);
    var compounds = new Compounds(dispenses, products, actor, today);
    var lines = order.items().stream().map(Item::line).distinct().sorted().toList();
    var locked = lock(tx, actor, order, lines, taking, compounds, now);
    if (locked.size() < lines.size()) {
      throw Params.missing("prescription", Shown.id(order.prescription()));
    }
    var touch = trail.touching(tx, locked.getFirst().prescription().patient());
    order.items().forEach(item -> stopServed(item, locked));
    var portioning = new Portioning(tx, desk.ids(), taking, compounds, locked, prescriptions);
    var made = order.items().stream().map(portioning::portion).toList();
    var prescription = locked.getFirst().prescription();
    var findings = findings(made, prescription, now);
    stopOpen(findings, order.accepted());
    var visit = tell(tx, prescription, order.handOver(), now);
    var given = made.stream().map(one -> given(actor, one, now, order.accepted())).toList();
    var owed = desk.post().dispenses(tx, actor.facility(), prescription.id(), given.stream().map(Given::id).toList());
    List<Portion> portions = made.stream().flatMap(one -> one.portions().stream()).toList();
    return new Db.Ending<>(Gate.last(touch, owed, dispenses.give(tx, given, portions), visit), shown(made, findings));
  }

  /** Packs, compounds and lines; without compounds, which is mostly so, in one round trip. */
  private List<Locked> lock(Handle tx, Actor actor, Order order, List<Long> lines, Taking taking, Compounds compounds,
      Instant now) {
    var wanted = prescriptions.locking(tx, actor.facility(), order.prescription(), lines,
        now.minus(Duration.ofDays(Limits.RECENT_DAYS)));
    var asked = order.items().stream().flatMap(item -> item.packs().stream()).toList();
    var mixed = order.items().stream().map(Item::compound).flatMap(Optional::stream).distinct().sorted().toList();
    if (mixed.isEmpty()) {
      var both = Sql.both(taking.locking(tx, packs, asked), PackStore::held, wanted, PrescriptionStore::locked);
      taking.locked(both.first());
      return both.second();
    }
    if (!asked.isEmpty()) {
      taking.locked(taking.locking(tx, packs, asked).list(PackStore::held));
    }
    compounds.lock(tx, mixed);
    return wanted.list(PrescriptionStore::locked);
  }

  /** A page that is sent twice gives once: what it saw is no longer so. */
  private static void stopServed(Item item, List<Locked> locked) {
    item.seen().ifPresent(seen -> locked.stream().map(Locked::line)
        .filter(line -> line.id() == item.line() && line.dispensed().compareTo(seen) != 0).findFirst().ifPresent(line -> {
          throw Stop.at(Problem.SERVED, item.params().where("dispensed"), Shown.id(line.id()), "given",
              Shown.number(line.dispensed().subtract(seen)).toPlainString(), "unit", line.unit());
        }));
  }

  private static List<Finding> findings(List<Portioning.Made> made, Prescription prescription, Instant now) {
    var findings = new ArrayList<Finding>();
    Checks.validity(Optional.ofNullable(prescription.from()), Optional.ofNullable(prescription.until()), now)
        .ifPresent(findings::add);
    made.forEach(one -> findings.addAll(one.findings()));
    return findings.stream().distinct().toList();
  }

  /** What the queue writes of it. */
  private List<Sql.Call> tell(Handle tx, Prescription prescription, boolean handOver, Instant now) {
    var visit = prescription.visit();
    if (visit == null) {
      return List.of();
    }
    boolean scanned = prescription.scannedAt() == null && prescriptions.scanned(tx, prescription.id(), now);
    return scanned || handOver
        ? desk.doors().queue().served(tx, prescription.facility(), visit, now, scanned, handOver) : List.of();
  }

  private static Given given(Actor actor, Portioning.Made made, Instant now, Set<Finding.Kind> accepted) {
    var line = made.locked().line();
    return new Given(made.id(), actor.facility(), line.prescription(), line.id(), made.locked().prescription().patient(),
        now, actor.staff(), made.quantity(), line.unit(), made.price(), made.compound().orElse(null), made.substances(),
        made.substitution().orElse(null), accepted.stream().map(Enum::name).sorted().toList());
  }

  private static Map<String, Object> shown(List<Portioning.Made> made, List<Finding> findings) {
    var price = made.stream().map(Portioning.Made::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Tree.of("dispenses", made.stream().map(one -> Tree.of("id", Shown.id(one.id()), "line",
        Shown.id(one.locked().line().id()), "quantity", Shown.number(one.quantity()), "unit", one.locked().line().unit(),
        "price", Shown.number(one.price()), "left", Shown.number(one.left()))).toList(), "price", Shown.number(price),
        "findings", Shown.findings(findings.stream().filter(Objects::nonNull).toList()));
  }
}
