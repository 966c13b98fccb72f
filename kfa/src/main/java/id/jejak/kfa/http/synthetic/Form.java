package id.jejak.kfa.http.synthetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dosage form.
 *
 * @param code of the ministry's list, such as {@code BS066}
 * @param name that the list gives it
 * @param labels how names of medicines write it, the usual one first
 * @param unit what is counted, such as {@code Tablet}
 * @param route code of its route of administration
 * @param number two digits that stand for it in a registration number
 * @param volumes usual contents in mL or g, the commonest first; empty for what is counted
 */
record Form(String key, String code, String name, List<String> labels, String unit, String route, String number,
    Packing packing, List<String> volumes) {
  private static final int COLUMNS = 9;

  /** How a form comes to the shelf: what is around one unit, and how many units are in a box. */
  enum Packing {
    STRIP("Strip", List.of(10, 6, 4), List.of(100, 30, 50, 60, 20), 400),
    TUBES("Tube", List.of(10, 20), List.of(10, 20), 2500),
    BOTTLE("", List.of(), List.of(1), 15_000),
    SACHET("", List.of(), List.of(10, 20, 30, 6), 2500),
    AMPOULE("", List.of(), List.of(10, 5, 25, 100), 12_000),
    VIAL("", List.of(), List.of(1, 10, 5), 45_000),
    INFUSION("", List.of(), List.of(1, 10, 20), 22_000),
    TUBE("", List.of(), List.of(1, 25), 14_000),
    SUPPOSITORY("Strip", List.of(5, 6), List.of(10, 5, 12), 6000),
    INHALER("", List.of(), List.of(1), 95_000),
    VACCINE("", List.of(), List.of(1, 10, 5), 120_000);

    final String inner;
    final List<Integer> inInner;
    final List<Integer> inBox;
    /** Usual price of one unit in rupiah, for a generic medicine. */
    final int price;

    Packing(String inner, List<Integer> inInner, List<Integer> inBox, int price) {
      this.inner = inner;
      this.inInner = inInner;
      this.inBox = inBox;
      this.price = price;
    }
  }

  /** True for what is swallowed, injected or inhaled, rather than put on skin, eye or ear. */
  boolean systemic() {
    return route.equals("O") || route.equals("P") || route.equals("SL") || route.startsWith("inj.");
  }

  /** True when the content is measured in mL. */
  boolean liquid() {
    return !volumes.isEmpty() && packing != Packing.TUBE;
  }

  /** All forms by their keys. */
  static Map<String, Form> all() {
    var forms = new LinkedHashMap<String, Form>();
    for (var row : Table.rows("forms.txt", COLUMNS)) {
      forms.put(row.get(0), new Form(row.get(0), row.get(1), row.get(2), Table.list(row.get(3), "/"), row.get(4),
          row.get(5), row.get(6), Packing.valueOf(row.get(7).toUpperCase(java.util.Locale.ROOT)),
          Table.list(row.get(8), ",")));
    }
    return forms;
  }
}
