package id.jejak.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.facility.access.Looks;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.db.local.Coordinates;
import id.jejak.kernel.db.local.TestStandby;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** A real streaming standby: what only looks is answered from it, and without it as before. */
@SecondLane
class StandbyTest {
  private static final String FIGURES = "/facility/v1/queue/figures";

  private static Map<String, String> settings(Coordinates standby) {
    return Map.of("database.standby.url", standby.jdbcUrl(), "database.standby.user", standby.user(),
        "database.standby.password", standby.password().reveal());
  }

  private static Address address(Coordinates at) {
    return new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal()));
  }

  private static boolean onStandby(Looks looks) {
    return looks.read(h -> h.createQuery("select pg_is_in_recovery()").mapTo(Boolean.class).one());
  }

  /** One pair is enough: whatever is asked is asked while there is a standby, and once more without it. */
  @Test
  void whatOnlyLooksReadsFromTheStandbyAndWithoutItFromThePrimary() {
    var screen = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var both = TestStandby.start(); var db = Db.open(address(both.primary()), 2);
        var steps = new Steps(screen, false, 5)) {
      var looks = Standby.of(Settings.read(settings(both.standby()), Standby.KEYS, Map.of()), db);
      aMistakeDoesNotSpeakAgainstTheStandby(looks);
      var plan = new Plan(TestFolders.own("standby"), Optional.of(address(both.primary())),
          Optional.of(Wiring.Side.FACILITY), true, Optional.empty(), true, settings(both.standby()));
      try (var house = House.start(Wiring.house(), plan, "127.0.0.1", 0, InstantSource.system(), steps);
          var wire = new HttpTransport(house.url(), Duration.ofSeconds(30))) {
        assertEquals(200, until(wire, "{from=\"standby\"}"), "the schema has streamed there");
        assertTrue(metrics(wire).contains("jejak_standby_away 0"), metrics(wire));
        both.lose();
        assertEquals(200, wire.handle(Request.get(FIGURES)).status());
        assertTrue(metrics(wire).matches("(?s).*jejak_standby_looks_total\\{from=\"primary\"\\} [1-9].*"), metrics(wire));
        assertTrue(metrics(wire).contains("jejak_standby_away 1"), metrics(wire));
      }
      assertFalse(onStandby(looks));
      assertFalse(onStandby(looks));
      assertFalse(onStandby(Standby.of(Settings.read(Map.of(), Standby.KEYS, Map.of()), db)), "none is set");
    }
  }

  private static void aMistakeDoesNotSpeakAgainstTheStandby(Looks looks) {
    assertTrue(onStandby(looks));
    assertThrows(JdbiException.class, () -> looks.read(h -> h.execute("create table public.no ()")),
        "what writes is a mistake there, and is not done elsewhere instead");
    assertTrue(onStandby(looks), "a mistake of ours does not speak against the standby");
    var primaryAlone = Sql.of("select 1 / (case when pg_is_in_recovery() then 0 else 1 end)");
    long answered = looks.read(h -> primaryAlone.in(h).number());
    assertEquals(1, answered, "what one look fails of there, the primary answers");
    assertTrue(onStandby(looks), "one look that fails does not speak against the standby");
    var writes = Sql.of("create table public.no ()");
    assertThrows(Sql.Failed.class, () -> looks.read(h -> writes.in(h).update()));
  }

  @Test
  void aPasswordInTheAddressStopsTheStart() {
    try (var db = Db.open(address(TestPostgres.freshDatabase()), 2)) {
      for (var wrong : new String[] {"postgres://x", "jdbc:postgresql://x/y?password=z"}) {
        var given = Settings.read(Map.of("database.standby.url", wrong), Standby.KEYS, Map.of());
        var failure = assertThrows(StartFailure.class, () -> Standby.of(given, db));
        assertFalse(failure.getMessage().contains("password=z"));
      }
    }
  }

  /** Asks until an answer came from somewhere: the standby follows a moment later. */
  private static int until(HttpTransport wire, String from) {
    int status = 0;
    for (int i = 0; i < 200 && !metrics(wire).matches("(?s).*looks_total\\" + from.replace("}", "\\}") + " [1-9].*"); i++) {
      status = wire.handle(Request.get(FIGURES)).status();
    }
    return status;
  }

  private static String metrics(HttpTransport wire) {
    return wire.handle(Request.get("/metrics")).text();
  }
}
