package id.jejak.satusehat;

import static id.jejak.satusehat.TestSatusehat.HOSPITAL;
import static id.jejak.satusehat.TestSatusehat.PHARMACY;
import static id.jejak.satusehat.TestSatusehat.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.satusehat.client.Desks;
import id.jejak.satusehat.client.FhirClient;
import id.jejak.satusehat.client.Query;
import id.jejak.satusehat.client.Transaction;
import id.jejak.satusehat.client.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Writes with a condition, deletions, and both within bundles. */
class ConditionalTest {
  private static final String SYSTEM = "http://sys-ids.kemkes.go.id/observation/10000005";
  private static TestSatusehat satusehat;
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
    client = Desks.fhir(satusehat, satusehat.handler, HOSPITAL);
  }

  private static String condition(String number) {
    return "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/P02029542843\"},"
        + "\"identifier\":[{\"system\":\"" + SYSTEM + "\",\"value\":\"" + number + "\"}]}";
  }

  private static JsonNode json(String number) {
    return Json.read(condition(number));
  }

  private static Query by(String number) {
    return Query.identifier(SYSTEM, number);
  }

  private int count(String number) {
    return satusehat.get(HOSPITAL, "/Condition?identifier=" + SYSTEM + "|" + number).path("total").asInt();
  }

  @Test
  void whatIsThereIsNotCreatedAgain() {
    var first = Desks.done(client.createUnless(json("C1"), by("C1")));
    assertEquals(first, Desks.done(client.createUnless(json("C1"), by("C1"))));
    Desks.done(client.create(json("C1")));
    assertEquals(412, satusehat.ask(HOSPITAL, "POST", "/Condition", condition("C1"), "If-None-Exist",
        "identifier=" + SYSTEM + "|C1").status());
    assertEquals(400, satusehat.ask(HOSPITAL, "POST", "/Condition", condition("C1"), "If-None-Exist", "").status());
    assertEquals(200, satusehat.ask(HOSPITAL, "POST", "/Condition", condition("C2"), "If-None-Exist",
        "Condition?identifier=" + SYSTEM + "|C9").status() - 1);
  }

  @Test
  void ofManyWhoCreateAtOnceOneDoes() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 24; i++) {
        all.add(() -> satusehat.ask(HOSPITAL, "POST", "/Condition", condition("R1"), "If-None-Exist",
            "identifier=" + SYSTEM + "|R1").status());
      }
      int created = 0;
      for (var one : threads.invokeAll(all)) {
        created += one.get() == 201 ? 1 : 0;
      }
      assertEquals(1, created);
      assertEquals(1, count("R1"));
    }
  }

  @Test
  void aConditionalUpdateCreatesOnceAndThenUpdates() {
    var first = Desks.done(client.updateWhere(json("U1"), by("U1")));
    var second = Desks.done(client.updateWhere(json("U1"), by("U1")));
    assertEquals(first.id(), second.id());
    assertEquals(1, count("U1"));
    assertEquals(403, satusehat.ask(PHARMACY, "PUT", "/Condition?identifier=" + SYSTEM + "|U1", condition("U1"))
        .status());
    Desks.done(client.create(json("U1")));
    assertEquals(412, satusehat.ask(HOSPITAL, "PUT", "/Condition?identifier=" + SYSTEM + "|U1", condition("U1"))
        .status());
    assertEquals(400, satusehat.ask(HOSPITAL, "PUT", "/Condition", condition("U1")).status());
  }

  @Test
  void aBundleMayHoldAllOfIt() {
    var there = Desks.done(client.create(json("B1")));
    var gone = Desks.done(client.create(json("B2")));
    var patched = Desks.done(client.create(json("B3")));
    var transaction = new Transaction();
    var name = transaction.createUnless(json("B1"), by("B1"));
    transaction.createUnless(json("B4"), by("B4"));
    transaction.delete("Condition", gone.id());
    transaction.patch("Condition", patched.id(), Json.read("[{\"op\":\"add\",\"path\":\"/note\",\"value\":"
        + "[{\"text\":\"kambuh\"}]}]"));
    transaction.create(Json.read("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
        + "\"focus\":[{\"reference\":\"" + name + "\"}]}"));
    var written = Desks.done(client.transaction(transaction));
    assertEquals(List.of("200 OK", "201 Created", "200 OK", "200 OK", "201 Created"),
        written.stream().map(Written::status).toList());
    assertEquals(there.reference(), Desks.done(client.read("Observation", written.get(4).id()))
        .text("/focus/0/reference"));
    assertEquals("kambuh", Desks.done(client.read("Condition", patched.id())).text("/note/0/text"));
    assertEquals(410, satusehat.ask(HOSPITAL, "GET", "/Condition/" + gone.id(), "").status());
    var failing = new Transaction();
    failing.delete("Condition", there.id());
    failing.patch("Condition", "nothing", Json.read("[]"));
    assertTrue(client.transaction(failing).toString().contains("resource_not_found"));
    assertEquals(200, satusehat.ask(HOSPITAL, "GET", "/Condition/" + there.id(), "").status());
  }

  @Test
  void aBatchDoesEachForItself() {
    var there = Desks.done(client.create(json("T1")));
    var answer = good(satusehat.ask(HOSPITAL, "POST", "", """
        {"resourceType":"Bundle","type":"batch","entry":[
         {"request":{"method":"DELETE","url":"Condition/nothing"}},
         {"request":{"method":"DELETE","url":"Condition/%s"}},
         {"resource":%s,"request":{"method":"PUT","url":"Condition?identifier=%s|T2"}},
         {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":%s,
          "request":{"method":"POST","url":"Condition","ifNoneExist":"identifier=%s|T2"}}]}
        """.formatted(there.id(), condition("T2"), SYSTEM, condition("T2"), SYSTEM)), 200);
    var statuses = answer.path("entry").valueStream().map(one -> one.path("response").path("status").asString())
        .toList();
    assertEquals(List.of("404", "200 OK", "201 Created", "200 OK"), statuses);
    assertEquals(1, count("T2"));
  }

  @Test
  void whatIsDeletedIsNotFoundAndItsVersionsStay() {
    var made = Desks.done(client.create(json("D1")));
    assertEquals(403, satusehat.ask(PHARMACY, "DELETE", "/Condition/" + made.id(), "").status());
    Desks.done(client.delete("Condition", made.id()));
    Desks.done(client.delete("Condition", made.id()));
    assertEquals(0, count("D1"));
    assertEquals(410, satusehat.ask(HOSPITAL, "GET", "/Condition/" + made.id(), "").status());
    assertEquals(404, satusehat.ask(HOSPITAL, "DELETE", "/Condition/nothing", "").status());
    assertEquals(201, satusehat.ask(HOSPITAL, "PUT", "/Condition/" + made.id(),
        condition("D1").replaceFirst("\\{", "{\"id\":\"" + made.id() + "\",")).status());
    assertEquals(1, count("D1"));
  }

  @Test
  void whatAPrescriptionCountsOnIsNotDeleted() {
    var item = satusehat.create(HOSPITAL, "MedicationRequest", Samples.request(10, 0)).path("id").asString();
    var dispense = satusehat.create(PHARMACY, "MedicationDispense", Samples.dispense(item, 4, "500"))
        .path("id").asString();
    assertEquals(409, satusehat.ask(PHARMACY, "DELETE", "/MedicationDispense/" + dispense, "").status());
    assertEquals(409, satusehat.ask(HOSPITAL, "DELETE", "/MedicationRequest/" + item, "").status());
    var numbered = "/DocumentReference/d2c5b1a7-3f64-4a0e-9c85-7be0c1d2e3f4";
    assertEquals(409, satusehat.ask(HOSPITAL, "DELETE", numbered, "").status());
    var unused = satusehat.create(HOSPITAL, "MedicationRequest", Samples.request(10, 0)).path("id").asString();
    assertEquals(200, satusehat.ask(HOSPITAL, "DELETE", "/MedicationRequest/" + unused, "").status());
  }

  @Test
  void aCodeThatWasRecordedAsUnknownIsRefusedInTheRecordedWords() {
    var answer = satusehat.ask(HOSPITAL, "POST", "/Observation", """
        {"resourceType":"Observation","status":"final","code":{"coding":[
         {"system":"http://terminology.kemkes.go.id/CodeSystem/clinical-term","code":"OC000135"}]},
         "valueCodeableConcept":{"coding":[
         {"system":"http://terminology.kemkes.go.id/CodeSystem/clinical-term","code":"OV000319"}]}}
        """);
    assertEquals(400, answer.status());
    assertEquals("{\"resourceType\":\"OperationOutcome\",\"text\":{\"status\":\"generated\"},\"issue\":["
        + "{\"severity\":\"error\",\"code\":\"value\",\"details\":{\"text\":\"Code not found: 'OC000135' in system: "
        + "http://terminology.kemkes.go.id/CodeSystem/clinical-term (RuleNumber: 10010)\"},"
        + "\"expression\":[\"Observation.code[0].code\"]},"
        + "{\"severity\":\"error\",\"code\":\"value\",\"details\":{\"text\":\"Code not found: 'OV000319' in system: "
        + "http://terminology.kemkes.go.id/CodeSystem/clinical-term (RuleNumber: 10297)\"},"
        + "\"expression\":[\"Observation.valueCodeableConcept[0].code\"]}]}", answer.text());
    assertEquals(519, answer.bytes().length);
  }
}
