package id.jejak.app.cli;

import id.jejak.app.Version;
import id.jejak.app.web.WorldList;
import id.jejak.app.wiring.House;
import id.jejak.kernel.http.Mount;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The one screen a start ends with: the address, what is served where, accounts to try, and how to stop. */
final class Screen {
  private static final int ROWS = 3;
  private static final int LISTS = 5;
  private static final int WIDEST = 110;

  private Screen() {}

  static String of(House house, Path data, long tookMillis) {
    var screen = new StringBuilder();
    screen.append(String.format(Locale.ROOT, "%nJejak %s serves at %s  (ready in %.1f s)%n%n",
        Version.text(), house.url(), tookMillis / 1000.0));
    for (var mount : house.mounts()) {
      screen.append(String.format(Locale.ROOT, "  %-10s %s%n", mount.name(), where(mount)));
    }
    tryOut(screen, house.world());
    screen.append(String.format(Locale.ROOT, "%nData and logs are in %s. Stop with Ctrl-C.%n", data));
    return screen.toString();
  }

  private static String where(Mount mount) {
    if (mount.bases().contains("")) {
      return "/  /health  /metrics";
    }
    int operations = mount.routes().size();
    return mount.bases().stream().map(base -> base + "/").collect(Collectors.joining("  ")) + "  " + operations
        + (operations == 1 ? " operation" : " operations");
  }

  private static void tryOut(StringBuilder screen, Map<String, Object> world) {
    var lists = WorldList.of(world);
    if (lists.isEmpty()) {
      return;
    }
    screen.append(String.format(Locale.ROOT, "%nTo try (all of it: /sandbox/world or ./jejak world)%n"));
    for (var list : lists.subList(0, Math.min(LISTS, lists.size()))) {
      screen.append(String.format(Locale.ROOT, "  %s%n", list.name()));
      for (var row : list.rows().subList(0, Math.min(ROWS, list.rows().size()))) {
        var line = row.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
        screen.append(String.format(Locale.ROOT, "    %s%n",
            line.length() > WIDEST ? line.substring(0, WIDEST) + "..." : line));
      }
    }
  }
}
