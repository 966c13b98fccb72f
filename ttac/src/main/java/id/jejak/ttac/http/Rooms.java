package id.jejak.ttac.http;

import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.ttac.contract.OwnOperations;
import id.jejak.ttac.http.epcis.EpcisDocument;
import id.jejak.ttac.store.AccountStore;
import id.jejak.ttac.store.AnswerStore;
import id.jejak.ttac.store.DeleteStore;
import id.jejak.ttac.store.WorldStore;
import id.jejak.ttac.store.EventStore;
import id.jejak.ttac.store.ImportStore;
import id.jejak.ttac.store.MovementStore;
import id.jejak.ttac.store.PackStore;
import id.jejak.ttac.store.PendingStore;
import id.jejak.ttac.store.ProductionStore;
import id.jejak.ttac.store.RegisterStore;
import id.jejak.ttac.store.SaranaStore;
import id.jejak.ttac.store.SurroundingStore;
import id.jejak.ttac.store.TraceStore;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything behind TTAC's routes, put together once. */
public final class Rooms implements Part.Sandbox {
  private final Sessions sessions;
  private final Gate gate;
  private final Login login;
  private final Lists lists;
  private final Moving moving;
  private final Deleting deleting;
  private final Producing producing;
  private final Importing importing;
  private final Board board;
  private final Tracing tracing;
  private final Drawing drawing;
  private final Demo demo;
  private final SandboxBarcodes seeding;
  private final WorldFile worldFile;

  /** Puts the rooms together over what every part is given. */
  public Rooms(Context context) {
    var db = context.db();
    var clock = context.clock();
    var accounts = new AccountStore();
    var saranas = new SaranaStore();
    var events = new EventStore();
    var packs = new PackStore();
    var registers = new RegisterStore(context.ids(), events);
    var barcodes = new Barcodes(packs, clock);
    var answers = new AnswerStore();
    var pendings = new PendingStore();
    var replay = new Replay(answers, clock);
    sessions = new Sessions(db, accounts, clock);
    gate = new Gate(sessions);
    login = new Login(db, accounts, saranas, clock, context.random());
    lists = new Lists(db, saranas, pendings);
    moving = new Moving(db, barcodes, new MovementStore(events), saranas, replay, clock);
    deleting = new Deleting(db, barcodes, new DeleteStore(packs, events), replay, clock);
    producing = new Producing(db, barcodes, registers, new ProductionStore(events), replay, clock);
    importing = new Importing(db, barcodes, new ImportStore(context.ids(), registers), clock);
    board = new Board(db, saranas, pendings, clock);
    new TokenNotices(db, accounts, answers, context.mailer(), clock,
        context.settings().get(TokenNotices.LETTERS)).start(context.jobs());
    var worlds = new WorldStore();
    demo = new Demo(db, worlds, registers, barcodes);
    tracing = new Tracing(db, barcodes, new TraceStore(), new SurroundingStore(),
        new EpcisDocument(context.settings().get(EpcisDocument.BASE)), clock);
    drawing = new Drawing(clock);
    seeding = new SandboxBarcodes(db, saranas, registers, barcodes, clock);
    worldFile = new WorldFile(db, worlds, seeding, clock, context.random());
  }

  Gate gate() {
    return gate;
  }

  Login login() {
    return login;
  }

  Lists lists() {
    return lists;
  }

  Moving moving() {
    return moving;
  }

  Deleting deleting() {
    return deleting;
  }

  Producing producing() {
    return producing;
  }

  Importing importing() {
    return importing;
  }

  Board board() {
    return board;
  }

  /** Fills an empty TTAC from its part of a world file. */
  public void load(JsonNode world) {
    worldFile.load(world);
  }

  Tracing tracing() {
    return tracing;
  }

  Drawing drawing() {
    return drawing;
  }

  @Override
  public void reset() {
    demo.reset();
    sessions.forget();
    login.forget();
  }

  @Override
  public void restored() {
    sessions.forget();
    login.forget();
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
    return List.of(Route.route(OwnOperations.SANDBOX_BARCODES, seeding::seed));
  }
}
