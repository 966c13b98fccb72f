package id.jejak.app.wiring;

import id.jejak.kernel.db.Address;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be started, as asked for.
 *
 * @param data folder of everything that is kept
 * @param database an outside database; empty for one of our own below {@code data}
 * @param only the side to start; empty for both
 * @param demo whether the demo world and the sandbox are on
 * @param world a world file to fill empty parts from; empty when none was given
 * @param durable false only for data that nobody will miss
 * @param settings as given, not yet checked
 */
public record Plan(Path data, Optional<Address> database, Optional<Wiring.Side> only, boolean demo, Optional<Path> world,
    boolean durable, Map<String, String> settings) {}
