package id.jejak.delivery;

import id.jejak.delivery.engine.Counts;
import id.jejak.delivery.engine.Engine;
import id.jejak.delivery.engine.Rules;
import id.jejak.delivery.http.DeliveryRoutes;
import id.jejak.delivery.http.Sandboxed;
import id.jejak.delivery.store.ParcelStore;
import id.jejak.delivery.store.Post;
import id.jejak.delivery.store.Schema;
import id.jejak.delivery.store.SqlBook;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Delivery as a part of the house: one node that carries, the desk, the nightly reconciliation. Thread-safe. */
public final class Deliveries implements Part, Delivery {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
  private static final Duration NIGHT_WATCH = Duration.ofMinutes(10);

  private final Engine engine;
  private final Outbox outbox;
  private final Desk desk;
  private final Reconciliation reconciliation;
  private final Counts counts;
  private final Mount mount;
  private final Optional<Sandbox> sandbox;

  private Deliveries(Context context, Callers callers, Desk.Overview overview) {
    var db = context.db();
    var clock = context.clock();
    var parcels = new ParcelStore();
    counts = new Counts();
    engine = new Engine(new SqlBook(db), context.ids().next(), Rules.of(context.settings()), clock, context.random(),
        counts);
    outbox = new Post(clock, engine::wake);
    desk = new Desk(db, overview, parcels, engine, clock);
    reconciliation = new Reconciliation(db, parcels, clock);
    mount = new DeliveryRoutes(desk, reconciliation, callers).mount();
    if (context.demo()) {
      var own = new Sandboxed(db, parcels, outbox, clock, engine::forget);
      reconciliation.add(own);
      sandbox = Optional.of(own);
    } else {
      sandbox = Optional.empty();
    }
    context.jobs().every(LOOK_AGAIN, "delivery", engine::wake);
    // remotes are asked in a thread of its own: other jobs do not wait for them
    context.jobs().every(NIGHT_WATCH, "delivery reconciliation",
        () -> Thread.ofVirtual().name("delivery-night").start(reconciliation::nightly));
  }

  /** The settings that it knows. */
  public static List<Key<?>> settings() {
    return Rules.KEYS;
  }

  /**
   * Brings the schema up to date and starts carrying; there is nobody to carry to until carriers are added.
   *
   * @param callers who may stand at the desk
   */
  public static Deliveries start(Context context, Callers callers) {
    return start(context, callers, Desk.Overview.at(context.db()));
  }

  /** The same, with a place where the overview is counted. */
  public static Deliveries start(Context context, Callers callers, Desk.Overview overview) {
    Schema.MIGRATIONS.apply(context.db());
    return new Deliveries(context, callers, overview);
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public void add(Carrier carrier) {
    engine.add(carrier);
  }

  @Override
  public void add(Ledger ledger) {
    reconciliation.add(ledger);
  }

  @Override
  public void again(Handle tx, String remote, String key, String code) {
    desk.again(tx, remote, key, code);
  }

  /** Where people deal with what was not delivered. */
  public Desk desk() {
    return desk;
  }

  /** The reports. */
  public Reconciliation reconciliation() {
    return reconciliation;
  }

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public List<Mount> mounts() {
    return List.of(mount);
  }

  @Override
  public void load(JsonNode world) {
    throw new StartFailure("a world file has no entry \"delivery\": what is owed comes of what happens, take it out");
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return sandbox;
  }

  @Override
  public void meters(MeterRegistry registry) {
    counts.into(registry, engine::views);
  }

  @Override
  public void close() {
    engine.close();
  }
}
