package id.jejak.app;

import static id.jejak.kernel.http.Route.route;

import id.jejak.app.web.OwnFaults;
import id.jejak.app.web.OwnOperations;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The smallest part there can be: a counter, with the clock it was given. */
public final class SamplePart implements Part, Part.Sandbox {
  public static final Key<Integer> STEP = Key.number("sample.step", 1, 1, 10, "what a request adds");
  private static final Operation ADD = OwnOperations.own("sample.counter.add", "POST", "/counter", "Add", "Adds.");
  private static final Operation READ = OwnOperations.own("sample.counter.read", "GET", "/counter", "Read", "Reads.");
  private static final Operation SEED = OwnOperations.own("sample.counter.seed", "POST", "/sample", "Seed", "Sets.");

  private final AtomicInteger counter = new AtomicInteger();
  private final InstantSource clock;
  private final int step;
  private final boolean demo;

  public SamplePart(InstantSource clock, int step, boolean demo) {
    this.clock = clock;
    this.step = step;
    this.demo = demo;
  }

  public static Wiring wiring() {
    return new Wiring(List.of(Wiring.Resident.alone("sample", Wiring.Side.NATIONAL, List.of(STEP), SamplePart::start)));
  }

  private static SamplePart start(Context context) {
    return new SamplePart(context.clock(), context.settings().get(STEP), context.demo());
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public List<Mount> mounts() {
    return List.of(new Mount("sample", List.of("/sample/v1"), List.of(
        route(ADD, _ -> Response.json(200, "{\"counter\":" + counter.addAndGet(step) + "}")),
        route(READ, _ -> Response.json(200, "{\"counter\":" + counter.get() + ",\"at\":\"" + clock.instant() + "\"}"))),
        OwnFaults.FAULTS));
  }

  @Override
  public void load(tools.jackson.databind.JsonNode world) {
    prepare();
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return demo ? Optional.of(this) : Optional.empty();
  }

  @Override
  public void reset() {
    counter.set(0);
  }

  @Override
  public void prepare() {
    counter.compareAndSet(0, 0);
  }

  @Override
  public Map<String, Object> world() {
    return Map.of("accounts", List.of(Map.of("email", "a<b>@example.id")));
  }

  @Override
  public List<Route> routes() {
    return List.of(route(SEED, _ -> Response.json(200, "{\"seeded\":true}")));
  }
}
