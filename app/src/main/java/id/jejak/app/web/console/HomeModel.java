package id.jejak.app.web.console;

import id.jejak.app.sandbox.traffic.Explained;
import id.jejak.app.web.WorldList;
import java.util.List;

/**
 * What the front page shows.
 *
 * @param url the address of this server, as its reader called it
 * @param traffic the latest requests; empty without a sandbox
 * @param served names and bases of mounts that no document describes
 */
public record HomeModel(String version, String url, List<SystemCard> systems, List<WorldList> world,
    List<Explained> traffic, List<Mounted> served) {
  /** A mount of its own. */
  public record Mounted(String name, List<String> bases, int operations) {}
}
