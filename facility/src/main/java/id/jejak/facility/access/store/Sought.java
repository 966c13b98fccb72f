package id.jejak.facility.access.store;

import id.jejak.facility.access.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Columns of a statement that looks for patients by their identifiers: for each identifier as many rows as there are keys under
 * which it may be found.
 *
 * @param places whose identifier it is: the place in the list of people
 * @param kinds names of the columns of hashes
 * @param hashes what may be found there
 */
record Sought(List<Integer> places, List<String> kinds, List<byte[]> hashes) {
  /** For a statement with {@code w.kind}, {@code w.hash} and {@code :facility}: the patients who are found. */
  static final String FOUND = """
      (select id, wrapped, sealed
         from access.patient
        where w.kind = 'nik' and nik = w.hash and facility = :facility
       union all
       select id, wrapped, sealed
         from access.patient
        where w.kind = 'card' and card = w.hash and facility = :facility
       union all
       select id, wrapped, sealed
         from access.patient
        where w.kind = 'ihs' and ihs = w.hash and facility = :facility)
      """;

  /** People, each known by some identifiers. Keys that another node has made since are known before one is in use. */
  static Sought of(IndexRing index, List<? extends Set<? extends Identifier>> people) {
    index.lookWhenDue();
    var sought = new Sought(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int place = 0; place < people.size(); place++) {
      for (var identifier : people.get(place)) {
        for (var hash : index.all(identifier)) {
          sought.places.add(place);
          sought.kinds.add(kind(identifier));
          sought.hashes.add(hash);
        }
      }
    }
    return sought;
  }

  /** The column of hashes of an identifier. */
  static String kind(Identifier identifier) {
    return switch (identifier) {
      case Identifier.Nik _ -> "nik";
      case Identifier.Card _ -> "card";
      case Identifier.Ihs _ -> "ihs";
    };
  }
}
