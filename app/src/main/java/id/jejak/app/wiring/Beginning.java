package id.jejak.app.wiring;

import id.jejak.app.wiring.Wiring.Resident;
import id.jejak.app.wiring.Wiring.Side;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Starts the parts: both sides of the wire at once, since neither knows anything of the other, and each side in its order.
 * A machine with two cores is ready a third earlier so. For one start.
 */
final class Beginning {
  private final Context context;
  private final Steps steps;
  private final Consumer<Part> started;
  private final Map<Resident, Part> running = new ConcurrentHashMap<>();

  /**
   * A beginning.
   *
   * @param started is told of each part that runs, from any thread, also when a later one fails
   */
  Beginning(Context context, Steps steps, Consumer<Part> started) {
    this.context = context;
    this.steps = steps;
    this.started = started;
  }

  /** Starts these, and prepares their demo worlds; answers them in the given order. */
  List<Part> start(List<Resident> residents) {
    var sides = new EnumMap<Side, Lane>(Side.class);
    residents.forEach(one -> sides.computeIfAbsent(one.side(), _ -> new Lane()).residents.add(one));
    var walking = new ArrayList<Future<?>>();
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory())) {
      sides.values().forEach(lane -> walking.add(threads.submit(lane)));
    }
    var failures = walking.stream().filter(one -> one.state() == Future.State.FAILED).map(Future::exceptionNow).toList();
    if (!failures.isEmpty()) {
      var first = failures.getFirst() instanceof RuntimeException known ? known
          : new IllegalStateException(failures.getFirst());
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return residents.stream().map(running::get).toList();
  }

  /** The parts of one side. */
  private final class Lane implements Runnable {
    private final List<Resident> residents = new ArrayList<>();
    private final List<Part> own = new ArrayList<>();

    @Override
    public void run() {
      residents.forEach(this::begin);
      if (context.demo()) {
        own.forEach(this::prepare);
      }
    }

    private void begin(Resident resident) {
      var part = steps.take(resident.name(), () -> resident.start().apply(context, List.copyOf(own)));
      own.add(part);
      running.put(resident, part);
      started.accept(part);
    }

    private void prepare(Part part) {
      part.sandbox().ifPresent(sandbox -> steps.take(part.name() + " world", () -> {
        sandbox.prepare();
        return sandbox;
      }));
    }
  }
}
