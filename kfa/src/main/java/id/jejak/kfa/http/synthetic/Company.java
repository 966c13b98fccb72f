package id.jejak.kfa.http.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Who makes and registers medicines.
 *
 * @param number from 0; its three digits in registration numbers are made of it
 * @param name as names of medicines have it
 * @param generics true for those that sell generics before all
 * @param vaccines true for makers of vaccines
 */
record Company(int number, String name, String manufacturer, String registrar, boolean imports, boolean generics,
    boolean vaccines) {
  private static final int COLUMNS = 5;

  static List<Company> all() {
    var companies = new ArrayList<Company>();
    for (var row : Table.rows("companies.txt", COLUMNS)) {
      companies.add(new Company(companies.size(), row.get(0), row.get(1), row.get(2), row.get(3).equals("import"),
          row.get(4).equals("g"), row.get(4).equals("v")));
    }
    return List.copyOf(companies);
  }
}
