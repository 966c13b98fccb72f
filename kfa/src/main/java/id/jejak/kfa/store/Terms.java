package id.jejak.kfa.store;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.term.Concept;
import id.jejak.kfa.store.read.ReadSide;
import id.jejak.kfa.store.read.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The dictionary as a code system. Codes of version 2 are read from the read side's files without SQL, devices of version
 * 3 from the tables. Thread-safe.
 */
public final class Terms {
  private static final byte[] NONE = {};
  private static final int DIGITS = 2;

  private final ReadSide readSide;
  private final DeviceTerms devices;

  /** Concepts over both sides. */
  public Terms(Db db, ReadSide readSide) {
    this.readSide = readSide;
    this.devices = new DeviceTerms(db);
  }

  /** The last change that the answers know. */
  public long seq() {
    return readSide.current().seq();
  }

  /** What a code stands for. */
  public Optional<Concept> find(String code) {
    if (code.length() != 8 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    var snapshot = readSide.current();
    return Level.of(code.substring(0, DIGITS)).flatMap(level -> switch (level) {
      case INGREDIENT -> ingredient(snapshot, code);
      case TEMPLATE -> ofDevices(code) ? devices.template(code)
          : template(snapshot, code).or(() -> devices.template(code));
      case PRODUCT -> ofDevices(code) ? devices.product(code) : product(snapshot, code);
      case PACK -> pack(snapshot, code);
    });
  }

  /**
   * What is shown of a code in a list.
   *
   * @param active false when it is not to be used any more
   */
  public record Label(String code, String display, boolean active) {}

  /** What is shown of some codes, in their order; those that are unknown are left out. */
  public List<Label> labels(List<String> codes) {
    var ofDevices = devices.labels(codes.stream().filter(Terms::ofDevices).toList());
    return codes.stream().flatMap(code -> (ofDevices(code) ? Optional.ofNullable(ofDevices.get(code))
        : find(code).map(concept -> new Label(code, concept.display(), concept.active()))).stream()).toList();
  }

  /** What is shown of codes whose names are known already, in their order; those that are unknown are left out. */
  public List<Label> labelled(List<Named> named) {
    var snapshot = readSide.current();
    var ofDevices = devices.labels(named.stream().map(Named::code).filter(Terms::ofDevices).toList());
    return named.stream().flatMap(one -> (ofDevices(one.code()) ? Optional.ofNullable(ofDevices.get(one.code()))
        : usable(snapshot, one.code()).map(active -> new Label(one.code(), one.name(), active))).stream()).toList();
  }

  /** Whether a code may be used; of products without reading their documents. */
  private Optional<Boolean> usable(Snapshot snapshot, String code) {
    int place = snapshot.best(snapshot.byCode(code));
    return place >= 0 && Level.of(code.substring(0, DIGITS)).equals(Optional.of(Level.PRODUCT))
        ? Optional.of(snapshot.active(place)) : find(code).map(Concept::active);
  }

  /** Every code above one: a pack's products and their templates, a product's template. */
  public Set<String> above(Concept concept) {
    var all = new LinkedHashSet<>(concept.parents());
    concept.parents().forEach(parent -> find(parent).ifPresent(one -> all.addAll(one.parents())));
    return all;
  }

  /** How many codes begin so; with an empty text, all codes. */
  public long count(String digits) {
    var snapshot = readSide.current();
    return beginnings(digits).stream().mapToLong(one -> count(snapshot, one)).sum();
  }

  private long count(Snapshot snapshot, String digits) {
    return ofDevices(digits) ? devices.count(digits)
        : Level.of(digits).map(level -> (long) snapshot.count(level, digits)).orElse(0L);
  }

  /** Codes that begin so, in their order; those of version 3 last. */
  public List<String> codes(String digits, long from, int most) {
    var snapshot = readSide.current();
    var found = new ArrayList<String>();
    long skip = from;
    for (var one : beginnings(digits)) {
      long count = count(snapshot, one);
      if (skip < count && found.size() < most) {
        found.addAll(ofDevices(one) ? devices.codes(one, skip, most - found.size())
            : snapshot.codes(Level.of(one).orElseThrow(), one, skip, most - found.size()));
      }
      skip = Math.max(0, skip - count);
    }
    return found;
  }

  private static boolean ofDevices(String digits) {
    return digits.startsWith("3");
  }

  private static List<String> beginnings(String digits) {
    return digits.isEmpty() ? List.of("91", "92", "93", "94", "82", "83", "84", "32", "33") : List.of(digits);
  }

  /** Products with a registration number, however written; those that may be used first. */
  public List<Named> byNie(String nie) {
    return named(snapshot -> snapshot.byNie(nie));
  }

  /** Products with a number in the public catalogue; those that may be used first. */
  public List<Named> byLkpp(String number) {
    return named(snapshot -> snapshot.byLkpp(number));
  }

  private List<Named> named(java.util.function.Function<Snapshot, int[]> by) {
    var snapshot = readSide.current();
    var found = new ArrayList<Named>();
    for (boolean active : new boolean[] {true, false}) {
      for (int place : by.apply(snapshot)) {
        if (snapshot.active(place) == active) {
          code(snapshot.code(place)).ifPresent(code -> found.add(new Named(code, read(snapshot, place).name())));
        }
      }
    }
    return found;
  }

  private static Product read(Snapshot snapshot, int place) {
    return Products.of(snapshot.id(place), document(snapshot, place));
  }

  private static JsonNode document(Snapshot snapshot, int place) {
    return Json.read(snapshot.detail(place, NONE, NONE));
  }

  private static Optional<String> code(OptionalInt number) {
    return number.isPresent() ? Optional.of(String.format(Locale.ROOT, "%08d", number.getAsInt())) : Optional.empty();
  }

  private static Optional<Concept> product(Snapshot snapshot, String code) {
    int place = snapshot.best(snapshot.byCode(code));
    return place < 0 ? Optional.empty() : Optional.of(ofProduct(code, read(snapshot, place)));
  }

  static Concept ofProduct(String code, Product product) {
    return new Concept(code, Level.PRODUCT, product.name(), product.active(), product.valid(), when(product.updatedAt()),
        Optional.of(product.template().code()).filter(one -> !one.isEmpty()).stream().toList(),
        product.packs().stream().flatMap(pack -> pack.code().stream())
            .filter(one -> Level.of(one.substring(0, Math.min(DIGITS, one.length()))).orElse(null) == Level.PACK)
            .distinct().toList(),
        product.ingredients(), product.form(), product.route(), product.atc(), product.brand().stream().toList(),
        product.nie(), product.lkpp(), product.manufacturer(),
        product.replacement().flatMap(Product.Replacement::product));
  }

  private static Optional<Instant> when(Instant at) {
    return at.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(at);
  }

  private static Optional<Concept> template(Snapshot snapshot, String code) {
    var places = snapshot.ofTemplate(code);
    if (places.length == 0) {
      return Optional.empty();
    }
    var doc = document(snapshot, places[0]); // the general product, which has what all have in common
    var template = doc.path("product_template");
    var product = Products.of(snapshot.id(places[0]), doc);
    var children = Arrays.stream(places).mapToObj(snapshot::code).flatMap(one -> code(one).stream())
        .filter(one -> !one.equals(code)).distinct().sorted().limit(Concept.MOST_CHILDREN).toList();
    return Optional.of(new Concept(code, Level.TEMPLATE, product.template().name(),
        Lenient.flag(template, "active", true),
        Lenient.text(template, "state").map("valid"::equals).orElse(true), when(Lenient.moment(template, "updated_at")),
        List.of(), children, product.ingredients(), product.form(), product.route(), product.atc(), List.of(),
        Optional.empty(), Optional.empty(), Optional.empty(),
        product.replacement().flatMap(Product.Replacement::template)));
  }

  private static Optional<Concept> pack(Snapshot snapshot, String code) {
    var places = snapshot.byPack(code);
    int best = snapshot.best(places);
    if (best < 0) {
      return Optional.empty();
    }
    var product = read(snapshot, best);
    var name = product.packs().stream().filter(pack -> pack.code().filter(code::equals).isPresent())
        .map(Product.Pack::name).findFirst().orElse("");
    return Optional.of(new Concept(code, Level.PACK, name.isEmpty() ? product.name() : product.name() + ", " + name,
        product.active(), product.valid(), when(product.updatedAt()),
        Arrays.stream(places).mapToObj(snapshot::code).flatMap(one -> code(one).stream()).distinct().sorted().toList(),
        List.of(), product.ingredients(), product.form(), product.route(), product.atc(),
        product.brand().stream().toList(), product.nie(), product.lkpp(), product.manufacturer(), Optional.empty()));
  }

  private static Optional<Concept> ingredient(Snapshot snapshot, String code) {
    var places = snapshot.ofIngredient(code);
    if (places.length == 0) {
      return Optional.empty();
    }
    var rows = document(snapshot, places[0]).path("active_ingredients");
    return rows.valueStream().filter(row -> Lenient.code(row, "kfa_code").filter(code::equals).isPresent()).findFirst()
        .map(row -> new Concept(code, Level.INGREDIENT, Lenient.text(row, "zat_aktif").orElse(code),
            Lenient.flag(row, "active", true), Lenient.text(row, "state").map("valid"::equals).orElse(true),
            when(Lenient.moment(row, "updated_at")), List.of(), List.of(), List.of(), Optional.empty(),
            Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty()));
  }
}
