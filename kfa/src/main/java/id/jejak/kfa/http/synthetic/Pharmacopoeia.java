package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Medicine.Substance;
import id.jejak.kfa.http.synthetic.Medicine.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables put together: every substance, and every template of medicines by commonness. Immutable. */
final class Pharmacopoeia {
  private static final int MEDICINE_COLUMNS = 5;
  private static final int COMBINATION_COLUMNS = 6;
  private static final int USE_COLUMNS = 6;
  /** How many substances come before the next form of one. */
  private static final int TURN = 40;
  /** Common substances, whose tablets are sold as caplets too. */
  private static final int COMMON = 300;
  /** Which caplets go with which tablets; a list, for maps have an order of the day. */
  private static final List<List<String>> ALSO = List.of(List.of("tab", "kplt"), List.of("tss", "kss"));

  private final Map<String, Form> forms = Form.all();
  private final Map<String, Use> uses = new HashMap<>();
  private final Map<String, Substance> byName = new LinkedHashMap<>();
  private final List<Substance> substances = new ArrayList<>();
  private final List<String> families = new ArrayList<>();
  private final List<Medicine> medicines;

  private Pharmacopoeia() {
    Table.rows("classes.txt", USE_COLUMNS).forEach(row -> uses.put(row.get(0), Use.of(row)));
    var found = new ArrayList<Ranked>();
    int place = 0;
    for (var row : Table.rows("medicines.txt", MEDICINE_COLUMNS)) {
      var substance = substance(row.get(0), row.get(1).isEmpty() ? row.get(0) : row.get(1));
      byName.put(substance.base(), substance);
      add(found, place, "", List.of(substance), row.get(2), row.get(3), row.get(4));
      place++;
    }
    for (var row : Table.rows("combinations.txt", COMBINATION_COLUMNS)) {
      var several = Table.list(row.get(2), "\\+").stream().map(this::named).toList();
      add(found, Integer.parseInt(row.get(0)), row.get(1), several, row.get(3), row.get(4), row.get(5));
    }
    found.sort(Comparator.comparingInt(Ranked::key).thenComparingInt(ranked -> ranked.medicine().family())
        .thenComparingInt(ranked -> ranked.medicine().rank()));
    var ordered = new ArrayList<Medicine>();
    for (var ranked : found) {
      var one = ranked.medicine();
      ordered.add(new Medicine(ordered.size(), one.family(), one.before(), one.substances(), one.use(), one.control(),
          one.form(), one.strength(), one.letter()));
    }
    medicines = List.copyOf(ordered);
  }

  private record Ranked(int key, Medicine medicine) {}

  static Pharmacopoeia read() {
    return new Pharmacopoeia();
  }

  /** Every substance, in the order of its number. */
  List<Substance> substances() {
    return List.copyOf(substances);
  }

  /** Every template, the commonest first. */
  List<Medicine> medicines() {
    return medicines;
  }

  /** Names of the families: a substance, or ingredients joined by a plus sign. */
  List<String> families() {
    return List.copyOf(families);
  }

  private Substance substance(String base, String label) {
    var made = new Substance(substances.size(), base, label);
    substances.add(made);
    return made;
  }

  /** An ingredient of a combination: {@code Name}, or {@code Name~Label} for one that is labelled otherwise here. */
  private Substance named(String text) {
    int mark = text.indexOf('~');
    var base = mark < 0 ? text : text.substring(0, mark);
    var known = byName.get(base);
    if (known == null) {
      if (mark < 0) {
        throw new IllegalStateException("combinations.txt names " + base + ", which medicines.txt does not have");
      }
      known = substance(base, text.substring(mark + 1));
      byName.put(base, known);
    }
    return mark < 0 ? known : new Substance(known.number(), base, text.substring(mark + 1));
  }

  private void add(List<Ranked> found, int place, String before, List<Substance> several, String use, String control,
      String shapes) {
    int family = families.size();
    families.add(several.stream().map(Substance::base).collect(java.util.stream.Collectors.joining("+")));
    var given = new LinkedHashMap<String, String>();
    for (var shape : Table.list(shapes, ";")) {
      int blank = shape.indexOf(' ');
      given.put(shape.substring(0, blank), shape.substring(blank + 1));
    }
    if (place < COMMON && several.size() == 1) {
      for (var pair : ALSO) {
        var tablets = given.get(pair.getFirst());
        if (tablets != null) {
          given.putIfAbsent(pair.getLast(), tablets.split(",")[0]);
        }
      }
    }
    int turn = 0;
    var letters = new HashMap<String, Integer>();
    var seen = new HashSet<String>();
    for (var shape : given.entrySet()) {
      var form = known(forms, shape.getKey());
      for (var strength : shape.getValue().split(",")) {
        if (!seen.add(shape.getKey() + strength)) {
          throw new IllegalStateException(families.getLast() + " has " + shape.getKey() + " " + strength + " twice");
        }
        int letter = letters.merge(form.number(), 1, Integer::sum) - 1;
        var medicine = new Medicine(found.size(), family, before, several, known(uses, use), control, form,
            Strength.of(strength, several.size()), letter);
        found.add(new Ranked(place + TURN * turn++, medicine));
      }
    }
  }

  private static <T> T known(Map<String, T> map, String key) {
    var value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("no table explains " + key);
    }
    return value;
  }
}
