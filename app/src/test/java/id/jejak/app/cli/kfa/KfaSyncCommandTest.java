package id.jejak.app.cli.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.TestTables;
import id.jejak.app.wiring.House;
import id.jejak.app.wiring.Plan;
import id.jejak.app.wiring.Steps;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A dictionary fetched from one Jejak into another, over sockets. */
@SecondLane
class KfaSyncCommandTest {
  private static House source;
  private static House target;
  private static String token = "";

  @TempDir
  private static Path folder;

  private record Typed(int status, String out, String err, String failure) {}

  @BeforeAll
  static void start() {
    source = house("source");
    target = house("target");
    token = token(source);
  }

  @AfterAll
  static void stop() {
    target.close();
    source.close();
  }

  private static House house(String name) {
    var at = TestTables.fresh();
    var plan = new Plan(folder.resolve(name),
        Optional.of(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal()))), Optional.empty(), true,
        Optional.empty(), true, Map.of());
    try (var steps = new Steps(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, 5)) {
      return House.start(Wiring.house(), plan, "127.0.0.1", 0, InstantSource.system(), steps);
    }
  }

  private static JsonNode call(House house, Request request) {
    try (var wire = new HttpTransport(house.url(), Duration.ofSeconds(60))) {
      return Json.read(wire.handle(request).bytes());
    }
  }

  private static String token(House house) {
    var client = call(house, Request.get("/sandbox/world")).path("satusehat").path("clients").path(0);
    return call(house, Request.of("POST", "/oauth2/v1/accesstoken?grant_type=client_credentials",
        Headers.of("Content-Type", "application/x-www-form-urlencoded"), Body.of("client_id="
            + client.path("client_id").asString() + "&client_secret=" + client.path("client_secret").asString())))
        .path("access_token").asString();
  }

  private static JsonNode get(House house, String path) {
    return call(house, Request.get(path).plusHeader("Authorization", "Bearer " + token(house)));
  }

  private static void load(List<String> rows) {
    var answer = call(source, Request.json("POST", "/kfa/import", "[" + String.join(",", rows) + "]")
        .plusHeader("Authorization", "Bearer " + token));
    assertEquals(rows.size(), answer.path("rows").asInt(), answer.toString());
  }

  private static String row(int number, String name, boolean active, String price, String replacement) {
    return """
        {"kfa_code":"9398%04d","name":"%s","active":%s,"state":"valid","updated_at":"2026-11-20 01:02:03","fix_price":%s,
        "farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},"baru":[{"x":0.10}],
        "product_template":{"kfa_code":"9298%04d","name":"%s"},"replacement":{"product":%s,"template":null}}
        """.formatted(number, name, active, price, number / 10, name, replacement);
  }

  private Typed sync(String... more) {
    var out = new StringWriter();
    var err = new StringWriter();
    var failure = new String[] {""};
    var words = new ArrayList<>(List.of("--from", source.url() + "/", "--url", target.url(), "--data",
        folder.resolve("cli").toString()));
    words.addAll(List.of(more));
    var line = new CommandLine(new KfaSyncCommand(Map.of(), InstantSource.system())).setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err)).setExecutionExceptionHandler((e, _, _) -> {
          failure[0] = e instanceof StartFailure ? String.valueOf(e.getMessage()) : e.toString();
          return 2;
        });
    return new Typed(line.execute(words.toArray(String[]::new)), out.toString(), err.toString(), failure[0]);
  }

  private static long count(String out, String name) {
    return out.lines().filter(line -> line.strip().startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.strip().substring(name.length()).strip().replace(",", "")))
        .findFirst().orElseThrow(() -> new AssertionError(out));
  }

  @Test
  void everythingThenWhatChangedThenNothing() throws IOException {
    var rows = new ArrayList<String>();
    for (int i = 0; i < 2_300; i++) {
      rows.add(row(i, "Contoh " + i + " Tablet", true, "1500.0", "null"));
    }
    load(rows);
    var first = sync("--size", "700", "--prices");
    assertEquals(0, first.status(), first.failure());
    assertEquals(2_300, count(first.out(), "added"), first.out());
    assertTrue(first.out().startsWith("Everything: "), first.out());
    assertEquals(get(source, "/kfa-v2/products/all?page=1&size=1&product_type=farmasi").path("total"),
        get(target, "/kfa-v2/products/all?page=1&size=1&product_type=farmasi").path("total"));
    assertTrue(Files.notExists(spool()), "nothing is kept of a run that is done");
    var run = get(target, "/kfa/imports").path("imports").path(0);
    assertEquals(source.url() + " farmasi,alkes,templates-v3,alkes-v3,atc,tags", run.path("source").asString());
    assertEquals(2_300, run.path("report").path("added").asInt());

    load(List.of(row(1, "Contoh 1 Kaplet", true, "1500.0", "null"), row(2, "Contoh 2 Tablet", false, "1500.0", "null"),
        row(3, "Contoh 3 Tablet", false, "1500.0", "{\"kfa_code\":\"93980004\",\"reason\":\"Duplikat\"}"),
        row(4, "Contoh 4 Tablet", true, "1750.0", "null")).stream()
        .map(one -> one.replace("2026-11-20 01:02:03", java.time.LocalDate.now(java.time.ZoneOffset.UTC) + " 00:00:00"))
        .toList());
    var second = sync();
    assertEquals(0, second.status(), second.failure());
    assertTrue(second.out().startsWith("What changed since "), second.out());
    assertEquals(List.of(0L, 4L, 1L, 2L, 1L, 1L), List.of("added", "changed", "renamed", "deactivated", "replaced",
        "repriced").stream().map(name -> count(second.out(), name)).toList(), second.out());
    var third = sync();
    assertEquals(0, count(third.out(), "changed"), third.out());
    assertEquals(0, count(sync("--full").out(), "changed"));
    for (var house : List.of(source, target)) {
      var found = call(house, Request.get("/kfa-v2/products?identifier=kfa&code=93980003")
          .plusHeader("X-Jejak-Fields", "stored").plusHeader("Authorization", "Bearer " + token(house)));
      assertEquals("{\"x\":0.10}", found.path("result").path("baru").path(0).toString());
    }
  }

  private static Path spool() throws IOException {
    var all = folder.resolve("cli").resolve("kfa-sync");
    if (Files.notExists(all)) {
      return all;
    }
    try (var some = Files.list(all)) {
      return some.findFirst().orElse(all.resolve("none"));
    }
  }

  @Test
  void aSourceThatFailsNowAndThenIsAskedAgain() {
    call(source, Request.json("POST", "/sandbox/faults",
        "{\"operation\":\"kfa.product.all\",\"kind\":\"gateway_timeout\",\"next\":2}"));
    call(source, Request.json("POST", "/sandbox/faults",
        "{\"operation\":\"kfa.alkes.products\",\"kind\":\"html\",\"next\":1}"));
    call(source, Request.json("POST", "/sandbox/faults",
        "{\"operation\":\"kfa.atc.list\",\"kind\":\"drop_after_commit\",\"next\":1}"));
    var typed = sync("--full", "--details", "--only", "farmasi,alkes-v3,atc,tags");
    assertEquals(0, typed.status(), typed.failure());
  }

  @Test
  void whatCannotBeIsSaidInOneLine() throws IOException {
    assertTrue(sync("--only", "obat").failure().startsWith("--only obat is no part"), sync("--only", "obat").failure());
    assertTrue(sync("--size", "5000").failure().startsWith("--size must be 1 to 1000"));
    assertTrue(sync("--from-credentials", "nowhere.txt").failure().contains("cannot be read"));
    var wrong = Files.writeString(folder.resolve("wrong"), "client_id=x\nclient_secret=rahasia-yang-salah\n");
    var refused = sync("--from-credentials", wrong.toString());
    assertEquals(2, refused.status());
    assertTrue(refused.failure().contains("401") && !refused.failure().contains("rahasia"), refused.failure());
    var nowhere = new CommandLine(new KfaSyncCommand(Map.of(), InstantSource.system()))
        .setExecutionExceptionHandler((e, _, _) -> {
          assertTrue(String.valueOf(e.getMessage()).startsWith("--from must be an address"), e.getMessage());
          return 2;
        });
    assertEquals(2, nowhere.execute("--from", "http://user:secret@x", "--url", target.url()));
  }
}
