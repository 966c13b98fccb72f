package id.jejak.app.wiring;

import id.jejak.antrean.Antrean;
import id.jejak.app.docs.AccessDocs;
import id.jejak.app.docs.AntreanDocs;
import id.jejak.app.docs.DeliveryDocs;
import id.jejak.app.docs.DeskDocs;
import id.jejak.app.docs.Exchanges;
import id.jejak.app.docs.GatewayDocs;
import id.jejak.app.docs.KfaDocs;
import id.jejak.app.docs.PharmacyDocs;
import id.jejak.app.docs.RsDocs;
import id.jejak.app.docs.SatusehatDocs;
import id.jejak.app.docs.SystemDocs;
import id.jejak.app.docs.TtacDocs;
import id.jejak.app.mail.MailSettings;
import id.jejak.app.web.queue.Voice;
import id.jejak.delivery.Deliveries;
import id.jejak.facility.access.Access;
import id.jejak.facility.pharmacy.Pharmacy;
import id.jejak.facility.queue.Queue;
import id.jejak.gateway.Gateway;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Partitions;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.kfa.Kfa;
import id.jejak.satusehat.Satusehat;
import id.jejak.ttac.Ttac;
import id.jejak.ttac.contract.TtacOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Who lives in the house. The only place that knows every part; a new part is one line in {@link #house}. */
public final class Wiring {
  /** Settings that once existed, each with advice for whoever still gives it. */
  private static final Map<String, String> RETIRED = Map.of("queue.desk.key",
      "take it out: whoever works at the desk logs in, see docs/guides/access.md");

  /** On whose side of the wire a part stands. */
  public enum Side {
    /** A system of the country. */
    NATIONAL,
    /** The software of a hospital, a pharmacy or a distributor. */
    FACILITY
  }

  /**
   * A part that can be started, with the settings it knows.
   *
   * @param start starts it; is also given the parts that run already, for one that stands behind another
   */
  public record Resident(String name, Side side, List<Key<?>> settings, BiFunction<Context, List<Part>, Part> start) {
    /** A part that stands alone. */
    public static Resident alone(String name, Side side, List<Key<?>> settings, Function<Context, Part> start) {
      return new Resident(name, side, settings, (context, _) -> start.apply(context));
    }
  }

  private final List<Resident> residents;

  /** A house with these parts, started in this order. */
  public Wiring(List<Resident> residents) {
    this.residents = List.copyOf(residents);
  }

  /** The house as shipped. */
  public static Wiring house() {
    return new Wiring(List.of(
        Resident.alone("ttac", Side.NATIONAL, Ttac.settings(), Ttac::start),
        Resident.alone("gateway", Side.NATIONAL, Gateway.settings(), Gateway::start),
        new Resident("kfa", Side.NATIONAL, Kfa.settings(),
            (context, running) -> Kfa.start(context, Gateway.among(running).bearers())),
        new Resident("satusehat", Side.NATIONAL, Satusehat.settings(),
            (context, running) -> Satusehat.start(context, running, MedicineCodes.among(running))),
        Resident.alone("antrean", Side.NATIONAL, Antrean.settings(), Antrean::start),
        Resident.alone("access", Side.FACILITY, Access.settings(), Access::start),
        new Resident("delivery", Side.FACILITY, Deliveries.settings(), Wings::delivery),
        new Resident("rs", Side.FACILITY, Queue.settings(), Wings::queue),
        new Resident("pharmacy", Side.FACILITY, Pharmacy.settings(), Wings::pharmacy)));
  }

  /** The docs of every documented system, of running parts with what their sandboxes offer. */
  public static List<SystemDocs> docs(List<Part> running) {
    return List.of(
        TtacDocs.of(TtacOperations.BASES, TtacOperations.ALL, new Exchanges("ttac"), sandbox(running, "ttac")),
        GatewayDocs.of(new Exchanges("gateway"), sandbox(running, "gateway")),
        KfaDocs.of(new Exchanges("kfa"), GatewayDocs.environment(sandbox(running, "gateway"))),
        SatusehatDocs.of(new Exchanges("satusehat"), sandbox(running, "gateway")),
        AntreanDocs.of(new Exchanges("antrean"), sandbox(running, "antrean")),
        DeliveryDocs.of(new Exchanges("delivery"), sandbox(running, "delivery")),
        AccessDocs.of(new Exchanges("access"), sandbox(running, "access")),
        RsDocs.of(new Exchanges("rs"), sandbox(running, "rs")),
        DeskDocs.of(new Exchanges("queue")),
        PharmacyDocs.of(new Exchanges("pharmacy"), sandbox(running, "pharmacy")));
  }

  private static Optional<Part.Sandbox> sandbox(List<Part> running, String name) {
    return running.stream().filter(part -> part.name().equals(name)).findFirst().flatMap(Part::sandbox);
  }

  /** Every setting that may be given: of all parts, so that one file serves however many of them run. */
  public List<Key<?>> settings() {
    var all = new ArrayList<Key<?>>(MailSettings.KEYS);
    all.add(Partitions.WANTED);
    all.addAll(Standby.KEYS);
    all.addAll(Voice.KEYS);
    residents.forEach(resident -> all.addAll(resident.settings()));
    return all;
  }

  Map<String, String> retiredSettings() {
    return RETIRED;
  }

  /**
   * Those who were asked for, in the order in which they start.
   *
   * @throws StartFailure when there is nobody on that side
   */
  public List<Resident> residents(Optional<Side> only) {
    var asked = residents.stream()
        .filter(resident -> only.isEmpty() || resident.side() == only.get()).toList();
    if (asked.isEmpty() && only.isPresent()) {
      throw new StartFailure("this Jejak has no part for --only "
          + only.get().name().toLowerCase(java.util.Locale.ROOT) + " yet: leave --only out");
    }
    return asked;
  }
}
