package id.jejak.verify.bench.kfa;

import static id.jejak.verify.bench.kfa.Book.encoded;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.store.search.NameSearch;
import id.jejak.kfa.store.search.Stamps;
import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Suite;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** KFA's measurements over a dictionary of the real size: each fills it first, if none before did. */
public final class KfaSuite implements Suite {
  private static final int CLIENTS = 4;
  private static final int ROWS = 1_000;
  private static final int SEED = 7;

  private interface Measurement {
    List<Line> run(Stage stage, Book book) throws IOException, SQLException;
  }

  private final Map<String, Measurement> all = new LinkedHashMap<>();
  private final Map<String, String> found = new LinkedHashMap<>();
  private @Nullable Book book;

  /** All of them. */
  public KfaSuite() {
    all.put("load", (stage, book) -> List.of(book.fill()));
    all.put("detail", this::details);
    all.put("list", this::list);
    all.put("search", this::search);
    all.put("lookup", this::lookup);
    all.put("expand", this::expand);
    all.put("map", this::map);
    all.put("heap", this::heap);
  }

  @Override
  public List<String> names() {
    return List.copyOf(all.keySet());
  }

  @Override
  public Map<String, String> found() {
    return Map.copyOf(found);
  }

  @Override
  public void warmUp(Stage stage) throws IOException, SQLException {
    var there = book == null ? new Book(stage) : book;
    book = there;
    there.fill();
    var names = Typos.of(there.names(), SEED);
    var requests = new ArrayList<byte[]>();
    for (int i = 0; i < ROWS; i++) {
      var code = there.codes("93").get(i % there.codes("93").size());
      var name = names.get(i % names.size());
      requests.add(there.get("/kfa-v2/products?identifier=kfa&code=" + code));
      requests.add(there.get("/kfa/search?size=10&q=" + encoded(name)));
      requests.add(there.get(Terminology.BASE + "/CodeSystem/$lookup?system=" + encoded(Terminology.KFA) + "&code="
          + code));
    }
    var workers = clients(stage, CLIENTS, requests, "");
    stage.load().fully(workers, stage.sized(30, 3), new Measure());
    close(workers);
  }

  @Override
  public List<Line> run(String name, Stage stage) throws IOException, SQLException {
    var there = book == null ? new Book(stage) : book;
    book = there;
    if (!name.equals("load")) {
      there.fill();
    }
    return all.get(name).run(stage, there);
  }

  private List<Line> details(Stage stage, Book book) throws IOException {
    var lines = new ArrayList<Line>();
    for (var by : List.of(Map.entry("kfa", book.codes("93")), Map.entry("nie", book.nies()),
        Map.entry("lkpp", book.lkpps()))) {
      var requests = by.getValue().stream()
          .map(code -> book.get("/kfa-v2/products?identifier=" + by.getKey() + "&code=" + encoded(code))).toList();
      lines.add(beside(stage, "detail by " + by.getKey(), requests, "\"result\":{",
          List.of(Aim.perSecond(25_000), Aim.ratio(0.7))));
    }
    return lines;
  }

  /** Ours beside a server that gives the same bytes. */
  private static Line beside(Stage stage, String name, List<byte[]> requests, String expected, List<Aim> aims)
      throws IOException {
    stage.progress(name);
    var answers = new ArrayList<String>();
    try (var wire = new Wire(stage.port())) {
      for (var request : requests) {
        answers.add(wire.call(request));
      }
    }
    try (var same = new Statics(stage.data().resolve("bench-" + name.replace(' ', '-')), answers)) {
      var ours = new ArrayList<Worker>();
      var bare = new ArrayList<Worker>();
      for (int i = 0; i < CLIENTS; i++) {
        ours.add(new Asked(stage.port(), requests, expected, i));
        bare.add(new Asked(same.port(), same.requests(), expected, i));
      }
      var rounds = new Rounds(stage, into -> stage.load().fully(ours, stage.seconds(), into),
          into -> stage.load().fully(bare, stage.seconds(), into));
      close(ours);
      close(bare);
      return new Line(name, "calls", rounds.ours(), rounds.bare(), aims);
    }
  }

  private static Line alone(Stage stage, String name, List<? extends Worker> workers, List<Aim> aims)
      throws IOException {
    stage.progress(name);
    var measure = new Measure();
    for (int round = 0; round < stage.warmups(); round++) {
      stage.load().fully(workers, stage.seconds(), new Measure());
    }
    for (int round = 0; round < stage.rounds(); round++) {
      stage.load().fully(workers, stage.seconds(), measure);
    }
    close(workers);
    return new Line(name, "calls", measure, null, aims);
  }

  private static void close(List<? extends Worker> workers) throws IOException {
    for (var worker : workers) {
      try {
        worker.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }

  private static List<Worker> clients(Stage stage, int count, List<byte[]> requests, String expected)
      throws IOException {
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < count; i++) {
      workers.add(new Asked(stage.port(), requests, expected, i));
    }
    return workers;
  }

  private List<Line> list(Stage stage, Book book) throws IOException {
    var pages = new ArrayList<byte[]>();
    for (int page = 1; page <= 10; page++) {
      pages.add(book.get("/kfa-v2/products/all?page=" + page + "&size=100&product_type=farmasi"));
    }
    var words = Typos.of(book.names(), SEED).stream().map(name -> book.get("/kfa-v2/products/all?page=1&size=5"
        + "&product_type=farmasi&keyword=" + encoded(name.split(" ")[0]))).toList();
    return List.of(beside(stage, "list, page of 100", pages, "\"items\":{\"data\":[{", List.of(Aim.ratio(0.5))),
        alone(stage, "list, type-ahead of 5", clients(stage, CLIENTS, words, "\"items\":{\"data\":["), List.of()));
  }

  private List<Line> search(Stage stage, Book book) throws IOException {
    var queries = Typos.of(book.names(), SEED);
    var lines = new ArrayList<Line>();
    var at = stage.database();
    try (var db = Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())))) {
      var search = NameSearch.open(stage.data().resolve("derived").resolve("kfa").resolve("names"),
          db.read(Stamps::now), _ -> { });
      lines.add(alone(stage, String.format(Locale.ROOT, "search in process, %,d entries", search.size()),
          List.of(new Searched(search, queries, SEED)), List.of(Aim.p50Micros(1_000))));
    }
    var requests = queries.stream().map(name -> book.get("/kfa/search?size=10&q=" + encoded(name))).toList();
    lines.add(alone(stage, "search with typing errors", clients(stage, CLIENTS, requests, "\"items\":["),
        List.of(Aim.perSecond(2_500))));
    return lines;
  }

  private List<Line> lookup(Stage stage, Book book) throws IOException {
    var lines = new ArrayList<Line>();
    for (int users : new int[] {1, 10, 50}) {
      var requests = book.codes("93").stream().map(code -> book.get(Terminology.BASE + "/CodeSystem/$lookup?system="
          + encoded(Terminology.KFA) + "&code=" + code)).toList();
      lines.add(alone(stage, "$lookup, " + users + " users", clients(stage, users, requests, "\"name\":\"display\""),
          users == 10 ? List.of(Aim.perSecond(5_000)) : List.of()));
    }
    var wrong = book.codes("93").stream().map(code -> book.get(Terminology.BASE + "/CodeSystem/$lookup?code=939999"
        + code.substring(6))).toList();
    lines.add(alone(stage, "$lookup of nothing, 10 users", clients(stage, 10, wrong, "OperationOutcome"), List.of()));
    return lines;
  }

  private List<Line> expand(Stage stage, Book book) throws IOException {
    var lines = new ArrayList<Line>();
    var requests = Typos.of(book.names(), SEED).stream().map(name -> book.get(Terminology.BASE
        + "/ValueSet/$expand?count=20&url=" + encoded(Terminology.ALL) + "&filter=" + encoded(name))).toList();
    for (int users : new int[] {1, 10, 50}) {
      lines.add(alone(stage, "$expand with a filter, " + users + " users",
          clients(stage, users, requests, "\"expansion\":"), users == 10 ? List.of(Aim.perSecond(300)) : List.of()));
    }
    return lines;
  }

  private List<Line> map(Stage stage, Book book) throws IOException {
    var names = Typos.of(book.names(), SEED);
    var items = new ArrayList<Map<String, String>>();
    for (int i = 0; i < ROWS; i++) {
      items.add(Map.of("name", names.get(i % names.size())));
    }
    var request = book.post("/kfa/map", new String(Json.write(Map.of("items", items)),
        java.nio.charset.StandardCharsets.UTF_8));
    return List.of(alone(stage, "map 1,000 names", clients(stage, 1, List.of(request), "\"items\":["),
        List.of(new Aim("p50 < 2 s", line -> line.ours().millis(0.5) < 2_000))));
  }

  private List<Line> heap(Stage stage, Book book) throws IOException {
    found.put("java heap in use after a full collection", String.format(Locale.ROOT, "%.0f MiB",
        stage.heapInUse() / 1024.0 / 1024.0));
    return List.of();
  }
}
