package id.jejak.satusehat.client;

import static id.jejak.satusehat.client.Desks.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.TestSatusehat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The raw client against our own server, over good lines and bad ones. */
class FhirClientTest {
  private static TestSatusehat satusehat;
  private Faults faults;
  private FhirClient client;

  @BeforeAll
  static void start() {
    satusehat = new TestSatusehat();
  }

  @AfterAll
  static void stop() {
    satusehat.close();
  }

  @BeforeEach
  void fresh() {
    satusehat.reset();
    faults = new Faults();
    client = Desks.fhir(satusehat, faults.around(satusehat.handler), TestSatusehat.HOSPITAL);
  }

  static JsonNode encounter(String number) {
    return Json.read("""
        {"resourceType":"Encounter","status":"arrived","class":{"code":"AMB"},
         "identifier":[{"system":"http://sys-ids.kemkes.go.id/encounter/10000005","value":"%s"}],
         "subject":{"reference":"Patient/P02029542843"}}
        """.formatted(number));
  }

  private static JsonNode with(JsonNode resource, String id, String status) {
    var changed = ((ObjectNode) resource).deepCopy();
    changed.put("id", id);
    changed.put("status", status);
    return changed;
  }

  private long encounters(String number) {
    return done(client.search("Encounter", Query.identifier("http://sys-ids.kemkes.go.id/encounter/10000005",
        number))).resources().size();
  }

  @Test
  void writesReadsAndChanges() {
    var made = done(client.create(encounter("C1")));
    assertEquals("Encounter/" + made.id(), made.reference());
    assertEquals(made, done(client.read("Encounter", made.id())));
    var later = done(client.update(with(encounter("C1"), made.id(), "in-progress"), made.version()));
    assertNotEquals(made.version(), later.version());
    assertEquals("arrived", done(client.read("Encounter", made.id(), made.version())).text("/status"));
    var refused = assertInstanceOf(Refused.class, client.update(with(encounter("C1"), made.id(), "finished"),
        made.version()));
    assertEquals("conflict", refused.code());
    var patched = done(client.patch("Encounter", made.id(),
        Json.read("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"finished\"}]")));
    assertEquals("finished", patched.text("/status"));
    assertEquals("Resource[Encounter/" + made.id() + "]", made.toString());
  }

  @Test
  void refusalsCarryTheServersOwnCode() {
    done(client.create(encounter("C2")));
    assertEquals(new Refused<Resource>("duplicate", "Found duplicate resource: Encounter"),
        client.create(encounter("C2")));
    assertEquals("not-found", assertInstanceOf(Refused.class, client.read("Encounter", "nothing")).code());
    var wrong = assertInstanceOf(Refused.class, client.create(Json.read("""
        {"resourceType":"Encounter","status":"arrived","class":{"code":"AMB"},
         "identifier":[{"system":"http://sys-ids.kemkes.go.id/encounter/999","value":"x"}]}""")));
    assertEquals("10117", wrong.code());
    assertTrue(wrong.message().contains("at Encounter.identifier[0].system"), wrong.message());
  }

  @Test
  void walksAllPages() {
    for (int i = 0; i < 7; i++) {
      done(client.create(encounter("P" + i)));
    }
    var all = done(client.pages("Encounter", Query.where("subject", "P02029542843").count(3)).rest());
    assertTrue(all.size() >= 7, all.toString());
    assertEquals(all.size(), all.stream().map(Resource::id).distinct().count());
    faults.plan(Faults.NONE, Faults.NOBODY);
    assertInstanceOf(Later.class, client.pages("Encounter", Query.where("subject", "P02029542843").count(3)).rest());
  }

  @Test
  void aTransactionIsDoneTogether() {
    var transaction = new Transaction();
    var visit = transaction.create(encounter("T1"));
    transaction.create(Json.read("""
        {"resourceType":"Observation","status":"final","code":{"coding":[{"code":"29463-7"}]},
         "encounter":{"reference":"%s"},
         "identifier":[{"system":"http://sys-ids.kemkes.go.id/observation/10000005","value":"T1-BB"}]}
        """.formatted(visit)));
    var written = done(client.transaction(transaction));
    assertEquals(List.of("201 Created", "201 Created"), written.stream().map(Written::status).toList());
    var weight = done(client.read("Observation", written.get(1).id()));
    assertEquals(written.getFirst().reference(), weight.text("/encounter/reference"));
    assertEquals(written.get(1).version(), weight.version());
  }

  @Test
  void anUnansweredTransactionIsFoundByItsFirstResource() {
    var transaction = new Transaction();
    transaction.create(encounter("T2"));
    assertTrue(done(client.settle(transaction)).isEmpty());
    faults.plan(Faults.LOST);
    assertInstanceOf(Unknown.class, client.transaction(transaction));
    assertTrue(done(client.settle(transaction)).isPresent());
  }

  @Test
  void readsAreAskedAgainAndWritesAreDoubtful() {
    int number = 0;
    for (var fault : List.of(Faults.LOST, Faults.SWALLOWED, Faults.PAGE_200, Faults.PAGE_502, Faults.TRUNCATED)) {
      faults.plan(fault, fault);
      assertInstanceOf(Later.class, client.read("Patient", "P02029542843"));
      assertInstanceOf(Unknown.class, client.create(encounter("D" + number++)));
    }
    faults.plan(Faults.CUT, Faults.NOBODY, Faults.QUOTA, Faults.FIREWALL);
    assertInstanceOf(Later.class, client.create(encounter("D9")));
    assertInstanceOf(Later.class, client.create(encounter("D9")));
    assertEquals(7, assertInstanceOf(Later.class, client.create(encounter("D9"))).notBefore().toSeconds());
    assertTrue(assertInstanceOf(Refused.class, client.create(encounter("D9"))).message().contains("Indonesia"));
    assertEquals(0, encounters("D9"));
  }

  @RepeatedTest(60)
  void whatWasSentIsFoundAndWhatWasNotIsNot(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var all = List.of(Faults.LOST, Faults.SWALLOWED, Faults.PAGE_200, Faults.PAGE_502, Faults.TRUNCATED, Faults.NONE);
    var fault = all.get(random.nextInt(all.size()));
    faults.plan(fault);
    var resource = encounter("L" + run.getCurrentRepetition());
    var answer = client.create(resource);
    boolean there = encounters("L" + run.getCurrentRepetition()) == 1;
    assertEquals(there, done(client.settle(resource)).isPresent());
    assertEquals(fault != Faults.SWALLOWED, there);
    if (fault != Faults.NONE) {
      assertInstanceOf(Unknown.class, answer);
    }
  }

  @Test
  void whatAPatientKeepsIsSaidAndNotShown() {
    TestSatusehat.good(satusehat.ask("1", "POST", "/sandbox/satusehat/consent",
        "{\"patient\":\"P02029542843\",\"agrees\":false}"), 200);
    var other = Desks.fhir(satusehat, satusehat.handler, TestSatusehat.PHARMACY);
    var page = done(other.search("Encounter", Query.where("subject", "P02029542843")));
    assertTrue(page.resources().stream().allMatch(one -> one.text("/serviceProvider/reference")
        .equals("Organization/" + TestSatusehat.PHARMACY)));
    assertFalse(page.suppressed().isEmpty());
  }
}
