package id.jejak.app.wiring;

import id.jejak.app.mail.SmtpMailer;
import id.jejak.app.web.queue.Voice;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Partitions;
import id.jejak.kernel.db.local.LocalPostgres;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.kernel.time.Jobs;
import id.jejak.kernel.time.SettableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data and the parts that work on them, without the web: what a verb needs that works on kept data. Closing
 * stops jobs, then the connections, then our own PostgreSQL.
 */
public final class Installation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
  /** A partition is made two months before it is needed. */
  private static final Duration MONTHS = Duration.ofHours(12);

  private final @Nullable LocalPostgres postgres;
  private final Db db;
  private final Jobs jobs;
  private final SettableClock clock;
  private final Ids ids;
  private final Voice voice;
  private final List<Part> parts;

  private Installation(@Nullable LocalPostgres postgres, Db db, Jobs jobs, SettableClock clock, Ids ids, Voice voice,
      List<Part> parts) {
    this.postgres = postgres;
    this.db = db;
    this.jobs = jobs;
    this.clock = clock;
    this.ids = ids;
    this.voice = voice;
    this.parts = List.copyOf(parts);
  }

  /**
   * Starts everything but the web.
   *
   * @param machine the machine's clock
   * @throws StartFailure when something is missing or does not fit; what had been started is stopped again
   */
  public static Installation open(Wiring wiring, Plan plan, InstantSource machine, Steps steps) {
    var settings = Settings.read(plan.settings(), wiring.settings(), wiring.retiredSettings());
    var residents = wiring.residents(plan.only());
    var voice = Voice.of(settings);
    warm();
    var undo = new CopyOnWriteArrayList<AutoCloseable>(); // two threads start parts
    try {
      @Nullable LocalPostgres postgres = null;
      Address address;
      if (plan.database().isPresent()) {
        address = plan.database().get();
      } else {
        postgres = steps.take("PostgreSQL", () -> local(plan, steps));
        undo.add(postgres);
        address = address(postgres);
      }
      var db = steps.take("connection", () -> Db.open(address));
      undo.add(db);
      layout(db, settings.get(Partitions.WANTED), machine);
      var ids = new Ids(machine, steps.take("node", () -> Nodes.next(db)));
      var jobs = new Jobs();
      undo.add(jobs);
      var clock = new SettableClock(machine);
      clock.onMove(jobs::soon);
      jobs.every(MONTHS, "partitions", () -> Partitions.extend(db, machine.instant()));
      var random = new SecureRandom();
      var mailer = SmtpMailer.of(settings, machine, random);
      var context = new Context(db, clock, jobs, settings, ids, random, mailer, plan.data().resolve("derived"),
          plan.demo());
      var parts = new Beginning(context, steps, undo::add).start(residents);
      plan.world().ifPresent(file -> WorldFiles.load(file, parts));
      return new Installation(postgres, db, jobs, clock, ids, voice, parts);
    } catch (RuntimeException e) {
      undo.reversed().forEach(one -> stop(one, e));
      throw e;
    }
  }

  /** While PostgreSQL starts on one core, the other one loads what comes next. What fails here fails there, too. */
  private static void warm() {
    Thread.ofPlatform().name("warm").daemon(true).start(() -> {
      Db.warm();
      HttpServer.warm();
    });
  }

  private static void layout(Db db, int parts, InstantSource machine) {
    if (parts > 0 && !Partitions.choose(db, parts)) {
      LOG.warn("database.partitions is {}, but the database was filled without: its tables stay whole", parts);
    }
    Partitions.extend(db, machine.instant());
  }

  private static LocalPostgres local(Plan plan, Steps steps) {
    var how = plan.durable() ? id.jejak.kernel.db.local.Settings.durable()
        : id.jejak.kernel.db.local.Settings.throwAway();
    return LocalPostgres.start(plan.data(), how, steps::detail);
  }

  private static Address address(LocalPostgres postgres) {
    var at = postgres.coordinates();
    return new Address(at.jdbcUrl(), at.user(), new id.jejak.kernel.config.Secret(at.password().reveal()));
  }

  private static void stop(AutoCloseable one, RuntimeException because) {
    try {
      one.close();
    } catch (Exception e) { // the first failure is the one to tell
      because.addSuppressed(e);
    }
  }

  /** The parts, in the order in which they were started. */
  public List<Part> parts() {
    return parts;
  }

  Db db() {
    return db;
  }

  Ids ids() {
    return ids;
  }

  Voice voice() {
    return voice;
  }

  SettableClock clock() {
    return clock;
  }

  /** True when there is something kept in this folder. */
  public static boolean isIn(Path data) {
    return java.nio.file.Files.isDirectory(data.resolve("postgres"));
  }

  @Override
  public void close() {
    jobs.close();
    try {
      parts.reversed().forEach(Part::close);
      db.close();
    } finally {
      if (postgres != null) {
        postgres.close();
      }
    }
  }
}
