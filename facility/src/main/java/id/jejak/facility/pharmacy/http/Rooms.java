package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.remote.Remotes;
import id.jejak.facility.pharmacy.remote.SatusehatCarrier;
import id.jejak.facility.pharmacy.remote.SatusehatLedger;
import id.jejak.facility.pharmacy.remote.TtacCarrier;
import id.jejak.facility.pharmacy.remote.TtacLedger;
import id.jejak.facility.pharmacy.store.CounterStore;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.FavouriteStore;
import id.jejak.facility.pharmacy.store.FormularyStore;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.facility.pharmacy.store.RecallStore;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.facility.pharmacy.store.TakebackStore;
import id.jejak.facility.pharmacy.store.WorldStore;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Everything behind the routes, put together once. */
public final class Rooms implements Part.Sandbox {
  private static final Key<Duration> NUMBER_AFTER = Key.span("pharmacy.number-after", Duration.ofMillis(3_500),
      "How long after a prescription is signed SATUSEHAT is first asked for its national number. The real one was seen to"
          + " give it 2 to 5 seconds after it was told; it is asked again until it has.");

  private final Remotes remotes;
  private final Gate gate;
  private final Receiving receiving;
  private final Shelves shelves;
  private final Mapping mapping;
  private final Prescribing prescribing;
  private final Fetching fetching;
  private final Printing printing;
  private final Verifying verifying;
  private final Making making;
  private final Giving giving;
  private final TakingBack takingBack;
  private final Recalling recalling;
  private final Arriving arriving;
  private final Sheets sheets;
  private final Drugs drugs;
  private final Favouring favouring;
  private final Demo demo;

  /** Puts the rooms together over what every part is given, and offers delivery its carriers. */
  public Rooms(Context context, Doors doors) {
    remotes = new Remotes(context.settings(), context.demo(), context.clock(), context.random());
    var packs = new PackStore();
    var stock = new StockStore();
    var products = new ProductStore();
    var prescriptions = new PrescriptionStore();
    var dispenses = new DispenseStore();
    var suspicions = new Suspicions(stock);
    var desk = new Desk(context.db(), remotes, new Post(doors.delivery(), context.settings().get(NUMBER_AFTER)), doors,
        new Days(remotes.sites(), context.clock()), context.ids(), context.clock());
    gate = new Gate(doors.actors(), doors.patients(), context.db());
    receiving = new Receiving(desk, packs, stock, products);
    var takebacks = new TakebackStore();
    shelves = new Shelves(desk, packs, stock, takebacks);
    mapping = new Mapping(desk, products, packs);
    prescribing = new Prescribing(desk, prescriptions, products, stock, new CounterStore());
    fetching = new Fetching(desk, prescriptions, products);
    printing = new Printing(desk, dispenses, prescriptions);
    verifying = new Verifying(desk, packs, stock, prescriptions, suspicions);
    making = new Making(desk, packs, dispenses, prescriptions, suspicions);
    giving = new Giving(desk, packs, dispenses, prescriptions, products, suspicions);
    takingBack = new TakingBack(desk, packs, dispenses, takebacks);
    recalling = new Recalling(desk, new RecallStore());
    arriving = new Arriving(desk, packs, products);
    sheets = new Sheets(desk, dispenses, prescriptions);
    drugs = new Drugs(desk, new FormularyStore());
    favouring = new Favouring(desk, new FavouriteStore());
    demo = new Demo(desk, new WorldStore(), products, packs, stock);
    doors.delivery().add(new TtacCarrier(remotes));
    doors.delivery().add(new TtacLedger(context.db(), remotes, stock));
    var reporting = new Reporting(desk, prescriptions, dispenses, products, takebacks);
    doors.delivery().add(new SatusehatCarrier(remotes, reporting));
    doors.delivery().add(new SatusehatLedger(remotes, reporting));
  }

  /** The settings that these rooms know. */
  public static List<Key<?>> settings() {
    return Stream.concat(Remotes.KEYS.stream(), Stream.of(NUMBER_AFTER)).toList();
  }

  /** Where the house is reached. */
  public void reachable(URI at) {
    remotes.reachable(at);
  }

  /** The same without a socket. */
  public void reachable(Handler house) {
    remotes.reachable(house);
  }

  /** A world file holds nothing of a pharmacy: its stock is received. */
  public void load(JsonNode world) {
    if (!world.isEmpty()) {
      throw new StartFailure("pharmacy has no members in a world file: receive its stock with"
          + " POST /facility/v1/pharmacy/receive");
    }
  }

  Gate gate() {
    return gate;
  }

  Receiving receiving() {
    return receiving;
  }

  Shelves shelves() {
    return shelves;
  }

  Mapping mapping() {
    return mapping;
  }

  Prescribing prescribing() {
    return prescribing;
  }

  Fetching fetching() {
    return fetching;
  }

  Printing printing() {
    return printing;
  }

  Verifying verifying() {
    return verifying;
  }

  Making making() {
    return making;
  }

  Giving giving() {
    return giving;
  }

  TakingBack takingBack() {
    return takingBack;
  }

  Arriving arriving() {
    return arriving;
  }

  Sheets sheets() {
    return sheets;
  }

  Drugs drugs() {
    return drugs;
  }

  Favouring favouring() {
    return favouring;
  }

  Recalling recalling() {
    return recalling;
  }

  @Override
  public void reset() {
    demo.reset();
    remotes.forget();
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
    return List.of();
  }
}
