package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Medicine.Substance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who sells which substance under which name: for every family a row of sellers, the first of which sell every strength
 * of it. A seller keeps its name over all forms and strengths. Immutable once made.
 */
final class Sellers {
  /** The longest row of sellers. */
  static final int MOST = 64;
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z]");
  private static final int COLUMNS = 3;
  private static final int GENERIC = 290;
  private static final int FIRST_GENERIC = 480;
  private static final int IMPORTED = 300;
  private static final int PRODUCTS = 1000;

  private final List<Company> companies = Company.all();
  private final List<List<Seller>> byFamily;

  /**
   * One seller of one family.
   *
   * @param brand as names have it; for a generic product the company's name
   * @param product its number with this company, from 0, without repetition within a company
   */
  record Seller(Company company, boolean generic, String brand, int product) {}

  /**
   * Sellers of some medicines.
   *
   * @param needed of whose families sellers are wanted; families before them get theirs too, so that names stay
   */
  Sellers(long seed, Pharmacopoeia pharmacopoeia, List<Medicine> needed) {
    var known = new HashMap<String, List<List<String>>>();
    for (var row : Table.rows("brands.txt", COLUMNS)) {
      known.computeIfAbsent(row.get(0), _ -> new ArrayList<>()).add(row);
    }
    var words = new ArrayList<String>();
    for (Substance substance : pharmacopoeia.substances()) {
      words.add(substance.base());
      words.add(substance.label());
    }
    known.values().forEach(rows -> rows.forEach(row -> words.add(row.get(1))));
    var coined = new Coined(words);
    var numbers = new int[companies.size()];
    var rows = new ArrayList<List<Seller>>();
    var guarded = new boolean[pharmacopoeia.families().size()];
    var vaccines = new boolean[guarded.length];
    for (var medicine : pharmacopoeia.medicines()) {
      guarded[medicine.family()] |= medicine.guarded();
      vaccines[medicine.family()] |= medicine.use().vaccine();
    }
    int families = needed.stream().mapToInt(Medicine::family).max().orElse(-1) + 1;
    for (int family = 0; family < families; family++) {
      var name = pharmacopoeia.families().get(family);
      var kind = vaccines[family] ? Kind.VACCINE : guarded[family] ? Kind.GUARDED : Kind.USUAL;
      rows.add(row(seed, family, name, kind, known.getOrDefault(name, List.of()), coined, numbers));
    }
    byFamily = List.copyOf(rows);
  }

  private enum Kind { USUAL, GUARDED, VACCINE }

  /** One seller of a family. */
  Seller seller(int family, int place) {
    return byFamily.get(family).get(place);
  }

  private List<Seller> row(long seed, int family, String name, Kind kind, List<List<String>> known, Coined coined,
      int[] numbers) {
    var draw = Draw.of(seed, "sellers", family);
    var letters = NO_LETTER.matcher(name).replaceAll("");
    var generics = shuffled(draw, companies.stream().filter(Company::generics).toList());
    var brands = shuffled(draw, companies.stream().filter(company -> switch (kind) {
      case USUAL -> true;
      case GUARDED -> company.imports() || draw.chance(IMPORTED);
      case VACCINE -> company.vaccines();
    }).toList());
    var row = new ArrayList<Seller>();
    Map<String, Company> byName = new HashMap<>();
    companies.forEach(company -> byName.put(company.name(), company));
    for (var one : known) {
      var company = byName.get(one.get(2));
      if (company == null) {
        throw new IllegalStateException("brands.txt: no company " + one.get(2));
      }
      row.add(new Seller(company, false, one.get(1), numbers[company.number()]++));
    }
    int generic = 0;
    int brand = 0;
    while (row.size() < MOST) {
      boolean plain = kind == Kind.USUAL && generic < generics.size()
          && draw.chance(row.size() == known.size() ? FIRST_GENERIC : GENERIC);
      var company = plain ? generics.get(generic++) : brands.get(brand++ % brands.size());
      var called = plain ? company.name() : coined.coin(draw, letters);
      row.add(new Seller(company, plain, called, numbers[company.number()]++ % PRODUCTS));
    }
    return List.copyOf(row);
  }

  private static List<Company> shuffled(Draw draw, List<Company> several) {
    var order = new ArrayList<>(several);
    for (int i = order.size() - 1; i > 0; i--) {
      java.util.Collections.swap(order, i, draw.below(i + 1));
    }
    return order;
  }
}
