package id.jejak.delivery.domain;

import id.jejak.delivery.Ledger.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something about which a facility and a remote do not agree.
 *
 * @param here what the facility says; empty when it has nothing
 * @param there what the remote says; empty when it has nothing
 */
public record Difference(What what, String facility, String key, String kind, String here, String there) {
  /** How they differ. */
  public enum What {
    /** The facility has it, the remote does not. */
    MISSING_THERE,
    /** The remote has it, the facility does not. */
    MISSING_HERE,
    /** Both have it, and say something else of it. */
    OTHERWISE,
    /** The remote has it more than once. */
    TWICE_THERE
  }

  private record Name(String facility, String key, String kind) {}

  /** Every difference between two sides: first what the facility has, in its order, then what only the remote has. */
  public static List<Difference> between(Collection<Entry> here, Collection<Entry> there) {
    var theirs = new LinkedHashMap<Name, List<Entry>>();
    there.forEach(entry -> theirs.computeIfAbsent(name(entry), _ -> new ArrayList<>()).add(entry));
    var differences = new ArrayList<Difference>();
    var ours = new LinkedHashMap<Name, Entry>();
    here.forEach(entry -> ours.put(name(entry), entry));
    ours.forEach((name, entry) -> {
      var same = theirs.getOrDefault(name, List.of());
      if (same.isEmpty()) {
        differences.add(of(What.MISSING_THERE, name, entry.said(), ""));
      } else if (same.stream().noneMatch(other -> other.said().equals(entry.said()))) {
        differences.add(of(What.OTHERWISE, name, entry.said(), same.getLast().said()));
      }
    });
    for (Map.Entry<Name, List<Entry>> one : theirs.entrySet()) {
      if (!ours.containsKey(one.getKey())) {
        differences.add(of(What.MISSING_HERE, one.getKey(), "", one.getValue().getLast().said()));
      } else if (one.getValue().size() > 1) {
        differences.add(of(What.TWICE_THERE, one.getKey(), ours.get(one.getKey()).said(),
            one.getValue().getLast().said()));
      }
    }
    return differences;
  }

  private static Name name(Entry entry) {
    return new Name(entry.facility(), entry.key(), entry.kind());
  }

  private static Difference of(What what, Name name, String here, String there) {
    return new Difference(what, name.facility(), name.key(), name.kind(), here, there);
  }
}
