package id.jejak.kfa.http;

import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.kfa.contract.OwnOperations;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.http.fhir.TerminologyRoutes;
import id.jejak.kfa.http.names.CheckCalls;
import id.jejak.kfa.http.names.MappingCalls;
import id.jejak.kfa.http.names.Names;
import id.jejak.kfa.http.names.Searching;
import id.jejak.kfa.store.AlkesStore;
import id.jejak.kfa.store.ChangeStore;
import id.jejak.kfa.store.DictionaryStore;
import id.jejak.kfa.store.ListingStore;
import id.jejak.kfa.store.ProductStore;
import id.jejak.kfa.store.Terms;
import id.jejak.kfa.store.read.ReadSide;
import id.jejak.kfa.store.search.NameFilter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything behind KFA's routes, put together once. */
public final class Rooms implements Part.Sandbox {
  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
  /** How often another process's load is looked for. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Names names;
  private final VersionOne one;
  private final VersionTwo two;
  private final VersionThree three;
  private final Changes changes;
  private final Importing importing;
  private final Demo demo;
  private final AtcGone gone;
  private final ReadSide readSide;
  private final Dictionary dictionary;
  private final Searching searching;
  private final MappingCalls mapping;
  private final CheckCalls checking;
  private final TerminologyRoutes terminology;

  /** Puts the rooms together over what every part is given. */
  public Rooms(Context context) {
    var db = context.db();
    var settings = context.settings();
    var store = new DictionaryStore();
    var listings = new ListingStore();
    var fields = new Fields(settings.get(KfaSettings.FIELDS), settings.get(KfaSettings.ZONE),
        settings.get(KfaSettings.DIRTY));
    readSide = new ReadSide(db, store, context.derived().resolve("kfa"), fields);
    var shelves = new Shelves(db, listings, readSide, fields);
    gone = new AtcGone(settings.get(KfaSettings.TODAY));
    one = new VersionOne(db, listings, shelves, gone);
    two = new VersionTwo(shelves);
    three = new VersionThree(db, new AlkesStore(), shelves);
    changes = new Changes(db, new ChangeStore());
    importing = new Importing(db, store, readSide, context.clock(), context.ids());
    demo = new Demo(db, store, readSide, context.clock());
    dictionary = new ProductStore(db, readSide);
    context.jobs().every(LOOK, "kfa.read", readSide::refresh);
    names = new Names(db, dictionary, context.derived().resolve("kfa").resolve("names"));
    searching = new Searching(names);
    mapping = new MappingCalls(names, dictionary);
    checking = new CheckCalls(db, dictionary, new ChangeStore());
    terminology = new TerminologyRoutes(new Terms(db, readSide), new NameFilter(names::search), context.clock());
    context.jobs().every(LOOK, "kfa.names", names::refresh);
  }

  /** Opens the read side, or makes it anew; what fails here is tried again by the first request. */
  public void open() {
    try {
      readSide.current();
    } catch (RuntimeException e) {
      LOG.warn("the read side is not open yet; the next request tries again", e);
    }
  }

  VersionOne one() {
    return one;
  }

  VersionTwo two() {
    return two;
  }

  VersionThree three() {
    return three;
  }

  Changes changes() {
    return changes;
  }

  Importing importing() {
    return importing;
  }

  Searching searching() {
    return searching;
  }

  MappingCalls mapping() {
    return mapping;
  }

  CheckCalls checking() {
    return checking;
  }

  /** The dictionary as a FHIR terminology server. */
  public TerminologyRoutes terminology() {
    return terminology;
  }

  /** The read side, for whoever makes more of the dictionary. */
  public ReadSide readSide() {
    return readSide;
  }

  /** The dictionary itself. */
  public Dictionary dictionary() {
    return dictionary;
  }

  @Override
  public void reset() {
    demo.reset();
    gone.reset();
  }

  @Override
  public void restored() {
    readSide.remake();
    names.forget();
  }

  @Override
  public void prepare() {
    demo.prepare();
  }

  @Override
  public Map<String, Object> world() {
    return demo.world();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.route(OwnOperations.SANDBOX_RULES, gone::set));
  }
}
