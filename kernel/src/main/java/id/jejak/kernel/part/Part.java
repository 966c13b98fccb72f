package id.jejak.kernel.part;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One system of the house, running: what it serves, and what the sandbox may do with it. */
public interface Part extends AutoCloseable {
  /** Short lower-case name. */
  String name();

  /** Where its world stands among those of the others: by default under its name, alone. */
  default WorldEntry worldEntry() {
    return new WorldEntry(name(), List.of());
  }

  /** What it serves. */
  List<Mount> mounts();

  /**
   * Fills a part that has no data yet from its entry in a world file; a part with data stays as it is. Of an entry that
   * parts share, each is given its own members.
   *
   * @throws id.jejak.kernel.config.StartFailure when the entry is wrong, with what to mend; nothing is kept then
   */
  void load(JsonNode world);

  /**
   * Called once when the house listens. Whoever talks to systems over the wire and was given no address of theirs finds
   * them here.
   *
   * @param at scheme, host and port
   */
  default void reachable(URI at) {
    // most parts are asked and never ask
  }

  /** Shows what it counts and measures; called once, before it is asked for anything. */
  default void meters(MeterRegistry registry) {
    // most parts have nothing beyond the requests, which are counted for them
  }

  /** Stops what runs by itself; its connections are still open. */
  @Override
  default void close() {
    // most parts only do what they are asked
  }

  /** Its sandbox; empty when it was started without the demo world. */
  Optional<Sandbox> sandbox();

  /**
   * A part's place in world files and in the sandbox's world. Parts may share an entry; then each names its members.
   *
   * @param members that are this part's; empty when the whole entry is
   */
  record WorldEntry(String name, List<String> members) {}

  /** What the sandbox may do with a part. */
  interface Sandbox {
    /** Puts the demo world back to its first state; what was there is gone. */
    void reset();

    /** Told when rows were put back behind its back: forgets whatever it remembers of the database. */
    default void restored() {
      // most parts remember nothing
    }

    /** Makes the demo world if nothing is there yet; a world that was worked with stays as it is. */
    void prepare();

    /** Accounts and codes to try, as plain JSON values. */
    Map<String, Object> world();

    /** Sandbox operations of this part, below {@code /sandbox}. */
    List<Route> routes();
  }
}
