package id.jejak.app.cli;

import id.jejak.app.wiring.House;
import id.jejak.app.wiring.Logs;
import id.jejak.app.wiring.Plan;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.config.StartFailure;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Starts everything and serves. Knows nothing of how the words of the command line are read: the reader of them all takes
 * longer to load than PostgreSQL takes to start, so the main verb does without (see {@link ServeWords}).
 */
final class Serving {
  /**
   * What was asked for.
   *
   * @param only side to start, as typed; null for both
   * @param world as typed; null when not said
   */
  record Wish(int port, String host, @Nullable String only, @Nullable String world, DataOptions data) {}

  private final Opening opening;

  Serving(Opening opening) {
    this.opening = opening;
  }

  /** Serves until the process is told to stop. */
  void serve(Wish wish, PrintWriter out) throws InterruptedException {
    if (wish.port() < 0 || wish.port() > 65_535) {
      throw new StartFailure("--port must be from 0 to 65535: " + wish.port());
    }
    var plan = opening.plan(wish.data(), side(wish.only()), wish.world());
    Logs.keepIn(plan.data());
    var stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(stop::now, "stop"));
    begin(plan, wish.host(), wish.port(), stop, out);
    new CountDownLatch(1).await();
  }

  /** Starts everything, says so to the person, and tells how to stop it. */
  House begin(Plan plan, String host, int port, Stop stop, PrintWriter out) {
    var steps = opening.steps();
    House house;
    try (steps) {
      house = House.start(opening.wiring(), plan, host, port, opening.machine(), steps);
    } catch (RuntimeException e) {
      stop.nothingStarted();
      throw e;
    }
    stop.started(() -> {
      house.close();
      RunningAt.forget(plan.data());
    });
    RunningAt.write(plan.data(), house.url());
    long took = ManagementFactory.getRuntimeMXBean().getUptime();
    Opening.print(out, Screen.of(house, plan.data(), took));
    LoggerFactory.getLogger(Serving.class).info("ready at {} after {} ms, of which {}", house.url(), took, steps.millis());
    return house;
  }

  private static Optional<Wiring.Side> side(@Nullable String only) {
    if (only == null) {
      return Optional.empty();
    }
    return Optional.of(switch (only) {
      case "national" -> Wiring.Side.NATIONAL;
      case "facility" -> Wiring.Side.FACILITY;
      default -> throw new StartFailure("--only " + only + ": choose national or facility");
    });
  }
}
