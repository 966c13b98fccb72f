package id.jejak.app.web;

import id.jejak.app.TestTables;
import id.jejak.app.wiring.House;
import id.jejak.app.wiring.Plan;
import id.jejak.app.wiring.Steps;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The house as shipped, with its demo world, and a browser's cookie jar in front of it. */
final class TestConsole implements AutoCloseable {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final AtomicInteger MADE = new AtomicInteger();
  /** Not today, whose queue the demo world has begun already. */
  private static final LocalDate MONDAY = LocalDate.now(ZoneId.of("Asia/Jakarta"))
      .with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  private final Address database;
  private final boolean demo;
  private final Optional<Path> world;
  private final HttpTransport wire;
  private final Path folder = TestFolders.own("console-" + MADE.incrementAndGet());
  private House house;
  private String cookie = "";

  private TestConsole(Address database, boolean demo, Optional<Path> world) {
    this.database = database;
    this.demo = demo;
    this.world = world;
    this.house = open(0);
    this.wire = new HttpTransport(house.url(), Duration.ofSeconds(60));
  }

  static TestConsole start() {
    return start(true, Optional.empty());
  }

  /** A house as its owner runs it, with what a world file says. */
  static TestConsole ofOwner(Path world) {
    return start(false, Optional.of(world));
  }

  private static TestConsole start(boolean demo, Optional<Path> world) {
    var at = TestTables.fresh();
    return new TestConsole(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())), demo, world);
  }

  private House open(int port) {
    var steps = new Steps(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, 12);
    var plan = new Plan(folder, Optional.of(database), Optional.empty(), demo,
        world, false, Map.of());
    try (steps) {
      return House.start(Wiring.house(), plan, "127.0.0.1", port, InstantSource.system(), steps);
    }
  }

  String url() {
    return house.url();
  }

  /** Stops and starts again at the same address, as after an upgrade. */
  void restart() {
    int port = Integer.parseInt(house.url().replaceAll(".*:", ""));
    house.close();
    house = open(port);
  }

  Response get(String path) {
    return keep(wire.handle(Request.of("GET", path, cookies(), Body.EMPTY)));
  }

  Response getPiece(String path) {
    return keep(wire.handle(Request.of("GET", path, cookies().plus("HX-Request", "true"), Body.EMPTY)));
  }

  /** Moves the clock to a time of the next Monday, when doctors are here; 01:00 is 08:00 in Jakarta. */
  void monday(String utc) {
    json("POST", "/sandbox/clock", "{\"now\": \"" + MONDAY + "T" + utc + ":00Z\"}");
  }

  /** Sends JSON, as a program does. */
  Response json(String method, String path, String json) {
    return wire.handle(Request.json(method, path, json));
  }

  /** Asks the facility's API with a token; without a body it is a question. */
  Response jsonAs(String token, String path, String json) {
    return wire.handle(Request.of(json.isEmpty() ? "GET" : "POST", path, Headers.of("Authorization", "Bearer " + token,
        "Content-Type", "application/json"), Body.of(json)));
  }

  /** What a form of a page of ours must bring along. */
  String csrf(String page) {
    var shown = CSRF.matcher(get(page).text());
    if (!shown.find()) {
      throw new IllegalStateException("no form at " + page);
    }
    return shown.group(1);
  }

  /** Sends a form from a page of ours. */
  Response form(String page, String path, String... namesAndValues) {
    var body = new StringBuilder("csrf=" + csrf(page));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append('&').append(namesAndValues[i]).append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return raw(path, "application/x-www-form-urlencoded", body.toString());
  }

  /** Sends any body with the cookies that are there. */
  Response raw(String path, String type, String body) {
    return keep(wire.handle(Request.of("POST", path, cookies().plus("Content-Type", type), Body.of(body))));
  }

  /** Sends any bytes with the cookies that are there. */
  Response raw(String path, String type, byte[] body) {
    return keep(wire.handle(Request.of("POST", path, cookies().plus("Content-Type", type), Body.of(body))));
  }

  void forgetCookies() {
    cookie = "";
  }

  void useCookie(String other) {
    cookie = other;
  }

  String cookie() {
    return cookie;
  }

  private Headers cookies() {
    return cookie.isEmpty() ? Headers.NONE : Headers.of("Cookie", cookie);
  }

  private Response keep(Response response) {
    response.header("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return response;
  }

  @Override
  public void close() {
    wire.close();
    house.close();
  }
}
