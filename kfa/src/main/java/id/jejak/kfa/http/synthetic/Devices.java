package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Device.Kind;
import id.jejak.kfa.http.synthetic.Device.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every template of devices, made of kinds and their features; the commonest kinds first. Immutable. */
final class Devices {
  private static final String TABLE = "devices.txt";
  private static final int COLUMNS = 6;
  /** How many kinds of a group come before the next size of one. */
  private static final int TURN = 3;
  private static final int FIRST_KIND = 101;
  private static final int GROUP = 2;
  private static final int KIND = 7;

  private final Map<String, List<String>> shared = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<Device> base;

  private Devices() {
    var found = new ArrayList<Ranked>();
    var above = new Named("", "");
    int place = 0;
    int sub = 0;
    for (var line : Table.lines(TABLE)) {
      int blank = line.indexOf(' ');
      switch (line.charAt(0)) {
        case '$' -> shared.put(line.substring(1, blank), List.of(line.substring(line.indexOf("= ") + 2).split(",")));
        case '!' -> {
          var parts = line.split(" ", 3);
          names.put(parts[1], parts[2]);
        }
        case '=' -> {
          var parts = line.split(" ", 3);
          above = new Named(parts[1], parts[2]);
          place = 0;
          sub++;
        }
        default -> add(found, line, above, place++, sub);
      }
    }
    found.sort(Comparator.comparingInt(Ranked::key).thenComparingInt(Ranked::sub));
    var ordered = new ArrayList<Device>();
    found.forEach(one -> ordered.add(new Device(ordered.size(), one.device().kind(), one.device().name(),
        one.device().categories())));
    base = List.copyOf(ordered);
  }

  private record Ranked(int key, int sub, Device device) {}

  static Devices read() {
    return new Devices();
  }

  /** Templates there are without counting types. */
  int distinct() {
    return base.size();
  }

  /** A template; beyond the distinct ones the same come again as another type. */
  Device device(int rank) {
    var one = base.get(rank % base.size());
    int type = rank / base.size();
    return type == 0 ? one : new Device(rank, one.kind(), one.name() + " tipe " + (type + 1), one.categories());
  }

  private void add(List<Ranked> found, String line, Named above, int place, int sub) {
    var cells = Table.columns(line, COLUMNS, TABLE);
    int mark = cells.getFirst().indexOf('@');
    var name = mark < 0 ? cells.getFirst() : cells.getFirst().substring(0, mark);
    var printed = mark < 0 ? "" : cells.getFirst().substring(mark + 1);
    var features = new ArrayList<List<String>>();
    for (var feature : cells.get(5).split(";")) {
      features.add(feature.startsWith("$") ? known(feature.substring(1)) : List.of(feature.split(",")));
    }
    var kind = new Kind(name, cells.get(1), cells.get(2).charAt(0), cells.get(3), Long.parseLong(cells.get(4)),
        List.copyOf(features));
    int all = features.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
    for (int which = 0; which < all; which++) {
      found.add(new Ranked(place + TURN * which, sub, device(kind, which, above, printed, place)));
    }
  }

  private List<String> known(String name) {
    var values = shared.get(name);
    if (values == null) {
      throw new IllegalStateException(TABLE + " does not say what $" + name + " is");
    }
    return values;
  }

  private Device device(Kind kind, int which, Named above, String printed, int place) {
    var name = new StringBuilder(kind.name());
    int rest = which;
    int first = which % kind.features().getFirst().size();
    for (var feature : kind.features()) {
      name.append(' ').append(feature.get(rest % feature.size()));
      rest /= feature.size();
    }
    var type = printed.isEmpty() ? above.code() + (FIRST_KIND + place) : printed.substring(0, KIND);
    var group = above.code().substring(0, GROUP);
    var detail = printed.isEmpty() ? type + String.format(Locale.ROOT, "%03d", first + 1) : printed;
    return new Device(0, kind, name.toString(), List.of(
        new Named(group, names.getOrDefault(group, above.name())), above,
        new Named(type, names.getOrDefault(type, kind.name())),
        new Named(detail, names.getOrDefault(detail, printed.isEmpty()
            ? kind.name() + " " + kind.features().getFirst().get(first) : kind.name()))));
  }
}
