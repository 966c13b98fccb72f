package id.jejak.app.web.pharmacy;

import id.jejak.kernel.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What was scanned for a prescription and not yet handed over. It travels in the page itself, so nothing is lost when
 * the server starts anew, and two tabs do not meet; the API judges everything again when it is given. Immutable.
 */
public record Tray(List<Item> items) {
  /** Packs of one prescription. */
  static final int MOST = 200;

  /** Nothing yet. */
  public static final Tray EMPTY = new Tray(List.of());

  /**
   * A pack, or part of a compound, for a line.
   *
   * @param barcode of the pack; empty for a compound
   * @param compound number of the compound; empty for a pack
   * @param units to take
   * @param have units in the pack, or pieces of the compound
   * @param substitution why it may be another product than the prescribed one; empty when it is that one
   */
  public record Item(String line, String barcode, String compound, String name, String batch, String expiry,
      BigDecimal units, BigDecimal have, Map<String, String> substitution) {
    /** Copies the map. */
    public Item {
      substitution = Map.copyOf(substitution);
    }

    Item with(BigDecimal other) {
      return new Item(line, barcode, compound, name, batch, expiry, other, have, substitution);
    }

    /** The end of a barcode, by which people tell packs apart. */
    public String serial() {
      return barcode.length() <= 8 ? barcode : barcode.substring(barcode.length() - 8);
    }
  }

  /** Copies the list. */
  public Tray {
    items = List.copyOf(items);
  }

  /** Reads a tray from a page; what cannot be read is an empty one. */
  public static Tray read(String json) {
    try {
      return new Tray((json.isBlank() ? Json.read("[]") : Json.read(json)).valueStream().limit(MOST).map(Tray::item)
          .toList());
    } catch (Json.Unreadable e) { // no page of ours: there is nothing in it
      return EMPTY;
    }
  }

  private static Item item(JsonNode one) {
    var substitution = new LinkedHashMap<String, String>();
    one.path("substitution").propertyStream().forEach(member ->
        substitution.put(member.getKey(), member.getValue().asString("")));
    return new Item(PharmacyApi.text(one, "line"), PharmacyApi.text(one, "barcode"), PharmacyApi.text(one, "compound"),
        PharmacyApi.text(one, "name"), PharmacyApi.text(one, "batch"), PharmacyApi.text(one, "expiry"),
        one.path("units").isNumber() ? one.path("units").decimalValue() : BigDecimal.ONE,
        one.path("have").isNumber() ? one.path("have").decimalValue() : BigDecimal.ONE, substitution);
  }

  /** As it travels. */
  public String json() {
    return new String(Json.write((Object) items), StandardCharsets.UTF_8);
  }

  boolean has(String barcode) {
    return items.stream().anyMatch(item -> item.barcode().equals(barcode));
  }

  Tray plus(Item item) {
    var all = new ArrayList<>(items);
    all.add(item);
    return new Tray(all);
  }

  /** Without the last one, or the one at a place. */
  Tray without(int at) {
    var all = new ArrayList<>(items);
    int index = at < 0 ? all.size() - 1 : at;
    if (index >= 0 && index < all.size()) {
      all.remove(index);
    }
    return new Tray(all);
  }

  Tray withoutPacksOf(String line) {
    return new Tray(items.stream().filter(item -> !item.line().equals(line) || item.barcode().isEmpty()).toList());
  }

  /** With other units of what was scanned last. */
  Tray last(BigDecimal units) {
    return items.isEmpty() ? this : without(-1).plus(items.getLast().with(units));
  }

  /** Of one line. */
  public List<Item> of(String line) {
    return items.stream().filter(item -> item.line().equals(line)).toList();
  }

  /** Units for a line, together. */
  public BigDecimal units(String line) {
    return of(line).stream().map(Item::units).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Packs as the API wants them. */
  static List<Map<String, Object>> packs(List<Item> items) {
    return items.stream().map(item -> Map.<String, Object>of("barcode", item.barcode(), "units", item.units()))
        .toList();
  }

  /**
   * Items of a dispense: packs of a line and substitution together, a compound by itself.
   *
   * @param seen what had been dispensed of a line when the page was made
   */
  List<Map<String, Object>> given(Function<String, Optional<String>> seen) {
    var byLine = items.stream().filter(item -> !item.barcode().isEmpty()).collect(Collectors.groupingBy(item ->
        List.of(item.line(), item.substitution()), LinkedHashMap::new, Collectors.toList()));
    var all = new ArrayList<Map<String, Object>>();
    byLine.values().forEach(same -> {
      var one = new LinkedHashMap<String, Object>();
      one.put("line", same.getFirst().line());
      one.put("packs", packs(same));
      if (!same.getFirst().substitution().isEmpty()) {
        one.put("substitution", same.getFirst().substitution());
      }
      all.add(one);
    });
    items.stream().filter(item -> item.barcode().isEmpty()).forEach(item -> all.add(new LinkedHashMap<>(Map.of("line",
        item.line(), "compound", item.compound(), "quantity", item.units()))));
    all.forEach(one -> seen.apply(String.valueOf(one.get("line"))).filter(text -> text.matches("\\d{1,9}(\\.\\d{1,3})?"))
        .ifPresent(text -> one.put("dispensed", new BigDecimal(text))));
    return all;
  }

  /**
   * Reads how much: {@code 5}, {@code 2,5}, or {@code 3250/650}, what the scales say over the weight of one tablet, up
   * to the thousandth.
   */
  static Optional<BigDecimal> amount(String text) {
    if (!text.matches("\\d{1,6}(?:[.,]\\d{1,3})?(?:/\\d{1,6}(?:[.,]\\d{1,3})?)?")) {
      return Optional.empty();
    }
    var parts = text.replace(',', '.').split("/", 2);
    var first = new BigDecimal(parts[0]);
    if (parts.length == 1) {
      return Optional.of(first).filter(one -> one.signum() > 0);
    }
    var over = new BigDecimal(parts[1]);
    return over.signum() == 0 ? Optional.empty()
        : Optional.of(plain(first.divide(over, 3, RoundingMode.HALF_UP))).filter(one -> one.signum() > 0);
  }

  /** As people write it: 5, not 5.000. */
  private static BigDecimal plain(BigDecimal amount) {
    var bare = amount.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
