package id.jejak.satusehat.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.satusehat.contract.SandboxOperations;
import id.jejak.satusehat.domain.Policy;
import id.jejak.satusehat.domain.rule.KfaCodes;
import id.jejak.satusehat.http.rules.Rules;
import id.jejak.satusehat.store.ConsentStore;
import id.jejak.satusehat.store.EresepStore;
import id.jejak.satusehat.store.JobStore;
import id.jejak.satusehat.store.NoticeStore;
import id.jejak.satusehat.store.PrescriptionStore;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.SearchStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything behind the routes, put together once. */
public final class Rooms implements Part.Sandbox {
  /** How long a prescription waits for its national number. */
  public static final Key<Duration> NUMBER_AFTER = Key.span("satusehat.number-after", Duration.ofSeconds(3),
      "how long after its document a prescription gets its national number; PT0S gives it at once");
  /** How long a dispense waits until it stands in its prescription's document. */
  public static final Key<Duration> RELATE_AFTER = Key.span("satusehat.relate-after", Duration.ofSeconds(1),
      "how long after a dispense it stands in its prescription's document; PT0S adds it at once");
  /** Whether more than was prescribed can be dispensed. */
  public static final Key<Policy> POLICY = new Key<>("satusehat.policy", "guarded",
      text -> switch (text) {
        case "guarded" -> Policy.GUARDED;
        case "recorded" -> Policy.RECORDED;
        default -> throw new IllegalArgumentException("must be guarded or recorded");
      }, "guarded: never more is dispensed than was prescribed; recorded: everything is taken, as the real server did");
  /** Whether something that is sent twice is refused. */
  public static final Key<Boolean> DUPLICATES = Key.flag("satusehat.refuse-duplicates", true,
      "refuse an Encounter, Medication or Observation that was sent before");
  /** Whether the server stamps what it keeps. */
  public static final Key<Boolean> STAMP = Key.flag("satusehat.creator-stamp", false,
      "add the identifier " + id.jejak.satusehat.contract.Systems.CREATOR + " with the sender's organization");
  /** Head of the header {@code location}. */
  public static final Key<String> LOCATION = Key.text("satusehat.location-prefix",
      "https://healthcare.googleapis.com/v1/projects/dto-ihs-stg/locations/asia-southeast2/datasets/stg/fhirStores/"
          + "fhir-r4-staging/fhir", "what the header location begins with; the real server shows its inner address");

  /** Whether a resource that breaks a rule is refused. */
  public static final Key<Boolean> STRICT = Key.flag("satusehat.strict", false,
      "refuse a resource that breaks the pharmacy document or the rule dictionary, as Prefer: strict does for one"
          + " request; the real server takes some of them");

  private static final Duration TURN = Duration.ofMillis(250);
  private static final int NUMBERS_SHOWN = 20;

  private final Context context;
  private final ConsentStore consents = new ConsentStore();
  private final JobStore jobs = new JobStore();
  private final Writing writing;
  private final Deleting deleting;
  private final Reading reading;
  private final Searching searching;
  private final Bundles bundles;
  private final Remainders remainders;
  private final Explaining explaining;
  private final Printing printing;
  private final Notices notices;
  private final Numbering numbering;
  private final EresepLogin login;
  private final EresepPrescription prescription;
  private final WorldFile worlds;
  private final Demo demo;
  private final Drafts drafts;

  /**
   * Puts the rooms together over what every part is given.
   *
   * @param kfa knows which codes of medicines there are
   */
  public Rooms(Context context, KfaCodes kfa) {
    this.context = context;
    var db = context.db();
    var clock = context.clock();
    var settings = context.settings();
    var store = new ResourceStore();
    var prescriptions = new PrescriptionStore();
    var noticeStore = new NoticeStore();
    var eresep = new EresepStore();
    var tokens = new EresepTokens(db, eresep);
    drafts = new Drafts(context.ids(), context.random(), clock, settings.get(STAMP), settings.get(DUPLICATES));
    var redeeming = new Redeeming(store, prescriptions, clock, settings.get(POLICY));
    var delays = new Keeping.Delays(settings.get(NUMBER_AFTER), settings.get(RELATE_AFTER));
    var keeping = new Keeping(store, consents, redeeming, drafts, context.ids(), delays);
    notices = new Notices(db, noticeStore);
    numbering = new Numbering(db, store, jobs, keeping, drafts, new Telling(noticeStore, drafts, context.ids()),
        context.random(), notices::wake);
    boolean atOnce = delays.number().isZero() || delays.relate().isZero();
    searching = new Searching(db, new SearchStore(), store);
    var conditions = new Conditions(store, searching);
    explaining = new Explaining(new Rules(kfa, clock), settings.get(STRICT));
    writing = new Writing(db, store, drafts, keeping, conditions, new Replies(settings.get(LOCATION)), explaining::hold,
        atOnce ? numbering::work : () -> { /* the next turn of the job finds it */ });
    deleting = new Deleting(db, store);
    reading = new Reading(db, store);
    bundles = new Bundles(db, store, drafts, keeping, writing, deleting, conditions, reading, searching);
    remainders = new Remainders(db, store, redeeming, clock);
    printing = new Printing(db, store, redeeming, clock);
    login = new EresepLogin(db, eresep, tokens, drafts, clock);
    prescription = new EresepPrescription(db, store, prescriptions, tokens, clock);
    worlds = new WorldFile(db, store, jobs, eresep, drafts, context.random());
    demo = new Demo(worlds);
    context.jobs().every(TURN, "satusehat.numbers", numbering::work);
  }

  InstantSource clock() {
    return context.clock();
  }

  Writing writing() {
    return writing;
  }

  Deleting deleting() {
    return deleting;
  }

  Reading reading() {
    return reading;
  }

  Searching searching() {
    return searching;
  }

  Bundles bundles() {
    return bundles;
  }

  Explaining explaining() {
    return explaining;
  }

  Remainders remainders() {
    return remainders;
  }

  Printing printing() {
    return printing;
  }

  Notices notices() {
    return notices;
  }

  EresepLogin login() {
    return login;
  }

  EresepPrescription prescription() {
    return prescription;
  }

  /** The members of a world's entry that are read. */
  public static List<String> members() {
    return WorldFile.MEMBERS;
  }

  /** Fills an empty server from a world file. */
  public void load(JsonNode world) {
    worlds.load(world, drafts.now());
  }

  @Override
  public void reset() {
    demo.reset();
    login.forget();
    prescription.forget();
  }

  @Override
  public void restored() {
    login.forget();
    prescription.forget();
  }

  @Override
  public void prepare() {
    demo.prepare();
  }

  @Override
  public Map<String, Object> world() {
    return demo.shown();
  }

  @Override
  public List<Route> routes() {
    return List.of(route(SandboxOperations.CONSENT, this::consent), route(SandboxOperations.NUMBER, this::number));
  }

  private Response consent(Request request) {
    JsonNode body;
    try {
      body = Json.read(request.body().bytes(id.jejak.satusehat.contract.Limits.LOGIN_BYTES));
    } catch (Json.Unreadable e) {
      return Response.json(400, "{\"error\":\"the body must be JSON: {\\\"patient\\\": ..., \\\"agrees\\\": ...}\"}");
    }
    var patient = Documents.text(body.path("patient"));
    if (!Target.isId(patient) || !body.path("agrees").isBoolean()) {
      return Response.json(400, "{\"error\":\"patient must be an id, and agrees true or false\"}");
    }
    boolean agrees = body.path("agrees").booleanValue();
    context.db().transaction(tx -> {
      consents.set(tx, patient, agrees);
      return true;
    });
    return Response.json(200, String.format(Locale.ROOT, "{\"patient\":\"%s\",\"agrees\":%b}", patient, agrees));
  }

  private Response number(Request request) {
    numbering.hurry();
    return Response.json(200, Json.write(Map.of("numbers",
        context.db().read(handle -> jobs.numbers(handle, NUMBERS_SHOWN)))));
  }
}
