package id.jejak.facility.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditTest {
  /** {@code -Djejak.audit.rows=10000000} looks in a larger trail. */
  private static final int ROWS = Integer.getInteger("jejak.audit.rows", 300_000);
  private final TestAccess house = new TestAccess();

  @AfterEach
  void close() {
    house.close();
  }

  private JsonNode verdict() {
    return house.post("auditor.rs", "/audit/verify", "");
  }

  private void work() {
    for (int i = 0; i < 5; i++) {
      house.ask("dokter.rs", "GET", "/patients/1001?purpose=treatment", "");
      house.ask("apoteker.rs", "GET", "/patients/1002?purpose=dispensing", "");
    }
    assertTrue(verdict().path("whole").booleanValue(), "all is as it was written");
  }

  private void broken(String tampering) {
    work();
    house.tamper(tampering);
    var verdict = verdict();
    assertFalse(verdict.path("whole").booleanValue(), verdict::toString);
    assertFalse(verdict.path("what").asString().isEmpty());
  }

  @Test
  void aChangedLineIsSeen() {
    broken("update access.audit_entry set staff = 15 where facility = 'rs-sarana-a' and seq = 22");
    assertEquals(22, verdict().path("broken_at").asInt());
  }

  @Test
  void aRemovedLineIsSeen() {
    broken("delete from access.audit_entry where facility = 'rs-sarana-a' and seq = 22");
    assertEquals(22, verdict().path("broken_at").asInt());
  }

  @Test
  void aLineRemovedAndTheRestMovedUpIsSeen() {
    broken("""
        with gone as (delete from access.audit_entry where facility = 'rs-sarana-a' and seq = 22)
        update access.audit_entry set seq = -seq where facility = 'rs-sarana-a' and seq > 22""");
    house.tamper("update access.audit_entry set seq = -seq - 1 where facility = 'rs-sarana-a' and seq < 0");
    assertFalse(verdict().path("whole").booleanValue());
  }

  @Test
  void linesRemovedAtTheEndAreSeen() {
    broken("delete from access.audit_entry where facility = 'rs-sarana-a' and seq > 25");
  }

  @Test
  void anEndWrittenByAnotherHandIsSeen() {
    broken("""
        with gone as (delete from access.audit_entry where facility = 'rs-sarana-a' and seq > 25)
        update access.audit_head h set seq = 25, hash = e.hash from access.audit_entry e
         where h.facility = 'rs-sarana-a' and e.facility = h.facility and e.seq = 25""");
  }

  @Test
  void linesAreOnlyEverAdded() {
    work();
    for (var change : new String[] {"update access.audit_entry set glass = true", "delete from access.audit_entry"}) {
      assertThrows(RuntimeException.class, () -> house.db.transaction(tx -> tx.execute(change)));
    }
  }

  @Test
  void whatIsRolledBackLeavesNoTrace() {
    var actor = new Actor(12, "dr", Set.of(Role.DOCTOR), "rs-sarana-a", false);
    assertThrows(IllegalStateException.class, () -> house.db.transaction(tx -> {
      house.access.audit().note(tx, new Why(actor, "test.rolled.back", Purpose.TREATMENT), Audit.Deed.WRITE, 1001);
      throw new IllegalStateException("undone");
    }));
    assertFalse(house.get("auditor.rs", "/audit").toString().contains("test.rolled.back"));
  }

  @Test
  void manyAtOnceMakeOneChainWithoutGaps() throws Exception {
    var actor = new Actor(12, "dr", Set.of(Role.DOCTOR), "rs-sarana-a", false);
    try (var pool = Executors.newFixedThreadPool(8)) {
      var all = IntStream.range(0, 8).mapToObj(thread -> pool.submit(() -> {
        for (int i = 0; i < 200; i++) {
          house.db.transaction(tx -> {
            house.access.audit().note(tx, new Why(actor, "test.crowd", Purpose.TREATMENT), Audit.Deed.READ, 1001);
            return true;
          });
        }
      })).toList();
      for (var one : all) {
        one.get();
      }
    }
    var verdict = verdict();
    assertTrue(verdict.path("whole").booleanValue(), verdict::toString);
    assertEquals(1600, house.count("select count(*) from access.audit_entry where operation = 'test.crowd'"));
  }

  @Test
  void eachDaysEndIsSignedAndNoSignedDayCanBeExchanged() {
    work();
    house.clock.advance(Duration.ofDays(1));
    house.logInAgain();
    house.runJobs();
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    var roots = house.get("auditor.rs", "/audit/roots").path("roots");
    while (roots.isEmpty() && System.nanoTime() < until) {
      roots = house.get("auditor.rs", "/audit/roots").path("roots");
    }
    assertEquals("2026-11-23", roots.path(0).path("day").asString());
    house.tamper("update access.audit_root set seq = seq - 1");
    assertFalse(verdict().path("whole").booleanValue());
  }

  @Test
  void whoLookedAtAPatientIsKnownAtOnceAmongManyLines() {
    house.get("auditor.apotek", "/audit"); // ties what the demo world noted
    house.tamper("""
        insert into access.audit_entry (facility, seq, id, at, staff, glass, operation, deed, patient, purpose, hash)
        select 'apotek-sarana-b', 1000 + n, n, timestamptz '2026-01-01Z' + n * interval '1 minute', 21 + n %% 4, false,
               'access.patient.read', 'READ', 1 + n %% 5000, 'treatment', sha256(n::text::bytea)
          from generate_series(1, %d) n""".formatted(ROWS));
    house.tamper("update access.audit_head set seq = %d where facility = 'apotek-sarana-b'".formatted(1000 + ROWS));
    house.db.transaction(tx -> tx.execute("analyze access.audit_entry"));
    var path = "/audit/patients/77?from=2026-01-01T00:00:00Z&until=2027-01-01T00:00:00Z";
    house.get("auditor.apotek", path);
    long started = System.nanoTime();
    var entries = house.get("auditor.apotek", path).path("entries");
    long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
    assertTrue(entries.size() > 50, entries::toString);
    assertTrue(took < 1_000, took + " ms");
    var plan = house.db.read(handle -> handle.createQuery("""
        explain select at from access.audit_entry where facility = 'apotek-sarana-b' and patient = 77 and patient <> 0
           and at >= '2026-01-01Z' and at < '2027-01-01Z' order by at desc, seq desc limit 200""").mapTo(String.class)
        .list().toString());
    assertTrue(plan.contains("audit_entry_of_patient") || plan.contains("_facility_patient_at_idx"), plan);
  }

  @Test
  void aPatientSeesWhoLookedWithACodeAndTheDateOfBirth() {
    house.ask("dokter.rs", "GET", "/patients/1001?purpose=treatment", "");
    var code = house.post("loket.rs", "/patients/1001/invite", "").path("code").asString();
    var own = house.post("", "/own", Map.of("code", code, "born", "1995-03-19"));
    assertEquals("Rumah Sakit Sarana A", own.path("facility").asString());
    assertTrue(own.path("looks").toString().contains("dr. Ratna Kusuma"), own::toString);
    assertEquals(401, house.ask("", "POST", "/own", Map.of("code", code, "born", "1995-03-20")).status());
    assertEquals(401, house.ask("", "POST", "/own", Map.of("code", "x" + code, "born", "1995-03-19")).status());
    house.clock.advance(Duration.ofDays(31));
    assertEquals(401, house.ask("", "POST", "/own", Map.of("code", code, "born", "1995-03-19")).status());
  }
}
