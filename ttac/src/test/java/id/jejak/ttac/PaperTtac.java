package id.jejak.ttac;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * TTAC as one would keep it on paper: lists and maps, no database, nothing of the product's own code. Written from
 * the description of its states, so that the two can be compared.
 */
final class PaperTtac {
  /** A sarana's turn with a unit, and whether it got it by a receipt. */
  private record Stay(int sarana, boolean receipt) {}

  /** A unit on its way; {@code place} orders the units of all shipments. */
  private record Trip(int from, int to, String kind, String reason, long place) {}

  /** One unit. Only a unit inside nothing has stays and a trip of its own. */
  private static final class Unit {
    final String barcode;
    final int level;
    final String status;
    final String nie;
    final String batch;
    @Nullable Unit inside;
    List<Stay> stays = List.of();
    @Nullable Trip trip;

    Unit(String barcode, int level, String status, String nie, String batch) {
      this.barcode = barcode;
      this.level = level;
      this.status = status;
      this.nie = nie;
      this.batch = batch;
    }

    Unit root() {
      return inside == null ? this : inside.root();
    }

    boolean within(Set<Unit> others) {
      return inside != null && (others.contains(inside) || inside.within(others));
    }
  }

  private final Map<String, Unit> units = new LinkedHashMap<>();
  private long places;

  /** Makes a unit known. */
  void register(int sarana, String barcode, int level, @Nullable String parent, String status, String nie,
      String batch) {
    var unit = new Unit(barcode, level, status, nie, batch);
    if (parent == null) {
      unit.stays = List.of(new Stay(sarana, false));
    } else {
      unit.inside = units.get(parent);
    }
    units.put(barcode, unit);
  }

  /** Barcodes that are known, in the order they came. */
  List<String> known() {
    return List.copyOf(units.keySet());
  }

  /** Who has a unit at rest, or is to receive it. */
  int turn(String barcode) {
    var root = units.get(barcode).root();
    return root.trip == null ? root.stays.getLast().sarana() : root.trip.to();
  }

  /** To whom a unit would be returned; 0 when to nobody. */
  int sender(String barcode) {
    return previousSender(units.get(barcode));
  }

  /** True while a unit is on its way. */
  boolean moving(String barcode) {
    return units.get(barcode).root().trip != null;
  }

  private static boolean holds(Unit unit, int sarana) {
    var root = unit.root();
    return root.trip == null && root.stays.getLast().sarana() == sarana;
  }

  private static boolean expects(Unit unit, int sarana) {
    var trip = unit.root().trip;
    return trip != null && trip.to() == sarana;
  }

  private static boolean receivedBy(Unit unit, int sarana) {
    return unit.root().stays.stream().anyMatch(stay -> stay.sarana() == sarana && stay.receipt());
  }

  /** Was with the sarana, is not there now, and is not being given back by it. */
  private static boolean sentBy(Unit unit, int sarana) {
    var root = unit.root();
    if (root.stays.stream().noneMatch(stay -> stay.sarana() == sarana) || holds(unit, sarana)) {
      return false;
    }
    var trip = root.trip;
    boolean givesBack = trip != null && trip.kind().equals("retur") && trip.from() == sarana
        && root.stays.getLast().sarana() == sarana;
    return !givesBack;
  }

  private static int previousSender(Unit unit) {
    var root = unit.root();
    if (root.trip != null) {
      return root.trip.from();
    }
    return root.stays.size() < 2 ? 0 : root.stays.get(root.stays.size() - 2).sarana();
  }

  private List<Unit> children(Unit holder) {
    return units.values().stream().filter(unit -> unit.inside == holder).toList();
  }

  private List<Unit> primers(Unit unit) {
    if (unit.level == 1) {
      return List.of(unit);
    }
    return children(unit).stream().flatMap(child -> primers(child).stream()).toList();
  }

  private boolean unfit(Unit unit) {
    return unit.status.equals("sample") || unit.status.equals("reject")
        || children(unit).stream().anyMatch(this::unfit);
  }

  private @Nullable String unknown(Set<String> names, Predicate<Unit> wanted) {
    for (var name : names) {
      var unit = units.get(name);
      if (unit == null || !wanted.test(unit)) {
        return name;
      }
    }
    return null;
  }

  private boolean mixed(Set<String> names) {
    return names.stream().map(name -> units.get(name).level).distinct().count() > 1;
  }

  private boolean any(Set<String> names, Predicate<Unit> fault) {
    return names.stream().anyMatch(name -> fault.test(units.get(name)));
  }

  /** Receives; the code of the answer. */
  String receive(int caller, List<String> asked) {
    var names = new LinkedHashSet<>(asked);
    if (unknown(names, unit -> expects(unit, caller) || receivedBy(unit, caller)) != null) {
      return "E013";
    }
    if (mixed(names)) {
      return "E990";
    }
    if (any(names, this::unfit)) {
      return "E018";
    }
    if (any(names, unit -> !expects(unit, caller))) {
      return "E024";
    }
    for (var unit : taken(names)) {
      var stays = new ArrayList<>(unit.stays);
      int known = -1;
      for (int i = 0; i < stays.size(); i++) {
        known = trip(unit).kind().equals("retur") && stays.get(i).sarana() == caller ? i : known;
      }
      if (known >= 0) { // came back: whoever had it since has given it back
        stays.subList(known, stays.size()).clear();
      }
      stays.add(new Stay(caller, true));
      unit.stays = stays;
      unit.trip = null;
    }
    return "E000";
  }

  private static Trip trip(Unit unit) {
    return java.util.Objects.requireNonNull(unit.trip, unit.barcode);
  }

  /** Sends; the code of the answer. */
  String send(int caller, int target, List<String> asked) {
    var names = new LinkedHashSet<>(asked);
    if (unknown(names, _ -> true) != null) {
      return "E013";
    }
    if (mixed(names)) {
      return "E990";
    }
    int level = units.get(names.getFirst()).level;
    if (level < 3 && any(names, unit -> sentBy(unit, caller))) {
      return level == 2 ? "E016" : "E017";
    }
    if (any(names, unit -> !holds(unit, caller))) {
      return "E014";
    }
    if (any(names, unit -> !unit.status.equals("active"))) {
      return "E015";
    }
    if (level > 1 && any(names, unit -> children(unit).isEmpty())) {
      return "E023";
    }
    taken(names).forEach(unit -> unit.trip = new Trip(caller, target, "kirim", "", places++));
    return "E000";
  }

  /** Gives back; the code of the answer. */
  String giveBack(int caller, int target, String reason, List<String> asked) {
    var names = new LinkedHashSet<>(asked);
    if (unknown(names, unit -> holds(unit, caller) || expects(unit, caller)) != null) {
      return "E013";
    }
    if (any(names, unit -> previousSender(unit) != target)) {
      return "E061";
    }
    taken(names).forEach(unit -> unit.trip = new Trip(caller, target, "retur", reason, places++));
    return "E000";
  }

  /** Deletes by barcode; the code of the answer. */
  String delete(int caller, int level, boolean physical, List<String> asked) {
    var found = new LinkedHashSet<>(asked).stream().map(units::get).filter(java.util.Objects::nonNull)
        .filter(unit -> unit.level == level && holds(unit, caller)).toList();
    found.forEach(unit -> drop(unit, physical));
    return found.isEmpty() ? "E901" : "E000";
  }

  /** Deletes a product; the code of the answer. */
  String deleteProduct(int caller, boolean physical, String nie) {
    var found = units.values().stream()
        .filter(unit -> unit.level == 1 && unit.nie.equals(nie) && holds(unit, caller)).toList();
    var emptied = new HashSet<Unit>();
    for (var unit : found) {
      var above = unit.inside;
      drop(unit, physical);
      while (physical && above != null && children(above).isEmpty()) {
        emptied.add(above);
        var next = above.inside;
        drop(above, true);
        above = next;
      }
    }
    return found.isEmpty() ? "E901" : "E000";
  }

  private void drop(Unit unit, boolean physical) {
    children(unit).forEach(PaperTtac::cut);
    cut(unit);
    if (physical) {
      units.remove(unit.barcode);
    }
  }

  private static void cut(Unit unit) {
    if (unit.inside != null) {
      var root = unit.root();
      unit.stays = root.stays;
      unit.trip = root.trip;
      unit.inside = null;
    }
  }

  /** The units that move, each taken out of what it was in; holders emptied on their way go along. */
  private List<Unit> taken(Set<String> names) {
    var asked = new LinkedHashSet<Unit>();
    names.forEach(name -> asked.add(units.get(name)));
    var moving = new LinkedHashSet<Unit>();
    for (var unit : asked) {
      if (!unit.within(asked)) {
        moving.add(unit);
      }
    }
    var left = moving.stream().map(unit -> unit.inside).filter(java.util.Objects::nonNull).toList();
    moving.forEach(PaperTtac::cut);
    while (!left.isEmpty()) {
      var next = new ArrayList<Unit>();
      for (var holder : left) {
        if (holder.root().trip != null && children(holder).isEmpty() && moving.add(holder) && holder.inside != null) {
          next.add(holder.inside);
          cut(holder);
        }
      }
      left = next;
    }
    return List.copyOf(moving);
  }

  /** What is on its way to a sarana, one line for each unit, in no order. */
  List<String> pending(int sarana, @Nullable String nie, @Nullable String batch) {
    var lines = new ArrayList<String>();
    for (var unit : units.values()) {
      if (unit.inside == null && unit.trip != null && unit.trip.to() == sarana) {
        var primers = primers(unit);
        if (nie == null && batch == null || primers.stream().anyMatch(primer ->
            (nie == null || primer.nie.equals(nie)) && (batch == null || primer.batch.equals(batch)))) {
          lines.add(line(unit, unit.trip, primers));
        }
      }
    }
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  private static String line(Unit unit, Trip trip, List<Unit> primers) {
    var nies = new TreeSet<>(primers.stream().map(primer -> primer.nie).toList());
    var batches = new TreeSet<>(primers.stream().map(primer -> primer.batch).toList());
    return unit.barcode + " " + unit.level + " " + (nies.size() == 1 ? nies.first() : "-") + " "
        + (batches.size() == 1 ? batches.first() : "-") + " " + trip.kind() + " " + trip.reason() + " " + trip.from()
        + " " + primers.size();
  }

  /** Where every unit is: its holder, its parent, where it is going. */
  Map<String, String> places() {
    var places = new java.util.TreeMap<String, String>();
    units.forEach((barcode, unit) -> {
      var root = unit.root();
      places.put(barcode, "in " + (unit.inside == null ? "-" : unit.inside.barcode) + " at "
          + root.stays.stream().map(Stay::sarana).toList()
          + (root.trip == null ? "" : " " + root.trip.kind() + " " + root.trip.from() + ">" + root.trip.to()));
    });
    return places;
  }
}
