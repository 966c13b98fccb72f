package id.jejak.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Terminology;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The dictionary as a FHIR terminology server, over the demo world. */
class TerminologyTest {
  private static final String BASE = Terminology.BASE;
  private static TestKfa kfa;

  @BeforeAll
  static void start() {
    kfa = new TestKfa();
  }

  @AfterAll
  static void stop() {
    kfa.close();
  }

  private static JsonNode get(int status, String path) {
    return checked(status, kfa.get(BASE + path));
  }

  private static JsonNode post(int status, String path, String body) {
    return checked(status, kfa.post(BASE + path, body));
  }

  private static JsonNode checked(int status, Response response) {
    assertEquals(status, response.status(), response.text());
    assertEquals(Terminology.FHIR_JSON, response.header("Content-Type").orElseThrow());
    var json = Json.read(response.bytes());
    assertFhir(json, "$");
    if (status >= 400) {
      assertEquals("OperationOutcome", json.path("resourceType").asString());
    }
    return json;
  }

  /** FHIR's JSON has no nulls, no empty objects, arrays and strings. */
  private static void assertFhir(JsonNode node, String at) {
    assertTrue(!node.isNull() && !(node.isContainer() && node.isEmpty()) && !(node.isString()
        && node.stringValue().isBlank()), at);
    if (node.isObject()) {
      node.properties().forEach(member -> assertFhir(member.getValue(), at + "." + member.getKey()));
    }
    node.forEach(one -> assertFhir(one, at + "[]"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Values of a parameter, whatever their type. */
  private static List<String> values(JsonNode parameters, String name) {
    return parameters.path("parameter").valueStream().filter(one -> one.path("name").asString().equals(name))
        .map(one -> one.properties().stream().filter(member -> member.getKey().startsWith("value")).findFirst()
            .map(member -> member.getValue().asString()).orElse("")).toList();
  }

  /** What properties say. */
  private static List<String> property(JsonNode parameters, String code) {
    var found = new ArrayList<String>();
    parameters.path("parameter").forEach(one -> {
      var parts = one.path("part");
      if (one.path("name").asString().equals("property")
          && parts.valueStream().anyMatch(part -> part.path("valueCode").asString("").equals(code)
              && part.path("name").asString().equals("code"))) {
        parts.forEach(part -> {
          if (part.path("name").asString().equals("value")) {
            found.add(part.has("valueCoding") ? part.path("valueCoding").path("code").asString()
                : part.properties().stream().filter(member -> member.getKey().startsWith("value")).findFirst()
                    .orElseThrow().getValue().asString());
          }
        });
      }
    });
    return found;
  }

  @Test
  void aProductIsLookedUp() {
    var found = get(200, "/CodeSystem/$lookup?system=" + encoded(Terminology.KFA) + "&code=93015993");
    assertEquals(List.of("Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)"), values(found, "display"));
    assertEquals(List.of("92000888"), property(found, "parent"));
    assertEquals(List.of("92000888"), property(found, "template"));
    assertEquals(List.of("94021264"), property(found, "child"));
    assertEquals(List.of("91000651"), property(found, "ingredient"));
    assertEquals(List.of("BS077"), property(found, "form"));
    assertEquals(List.of("O"), property(found, "route"));
    assertEquals(List.of("J05AF06"), property(found, "atc"));
    assertEquals(List.of("active"), property(found, "status"));
    assertEquals(List.of("false"), property(found, "inactive"));
    assertEquals(List.of("2023-09-21T07:17:24Z"), property(found, "modifiedAt"));
    assertTrue(found.toString().contains("""
        {"name":"subproperty","part":[{"name":"code","valueCode":"strength"},{"name":"value","valueString":"300 mg"}]}"""),
        found.toString());
    assertTrue(found.toString().contains("{\"name\":\"value\",\"valueString\":\"ABACAVIR SULFATE\"}"));
  }

  @Test
  void everyLevelIsLookedUp() {
    var template = get(200, "/CodeSystem/$lookup?code=92000888");
    assertEquals(List.of("Abacavir Sulfate 300 mg Tablet Salut Selaput"), values(template, "display"));
    assertTrue(property(template, "child").contains("93015993"));
    assertEquals(List.of(), property(template, "parent"));
    var pack = get(200, "/CodeSystem/$lookup?code=94021264");
    assertEquals(List.of("Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA), Dus isi 60"),
        values(pack, "display"));
    assertEquals(List.of("93015993"), property(pack, "parent"));
    var ingredient = get(200, "/CodeSystem/$lookup?code=91000651");
    assertEquals(List.of("Abacavir"), values(ingredient, "display"));
    assertEquals(List.of("ingredient"), property(ingredient, "level"));
    assertEquals(List.of("Hematology analyzer instrument/unit 3 diff"),
        values(get(200, "/CodeSystem/$lookup?code=32000009"), "display").stream()
            .map(name -> name.replace("Analyzer Instrument/Unit", "analyzer instrument/unit")).toList());
    assertEquals(List.of("32000009"), property(get(200, "/CodeSystem/$lookup?code=33000002"), "parent"));
  }

  @Test
  void onlyTheWantedPropertiesAreTold() {
    var found = get(200, "/CodeSystem/$lookup?code=93015993&property=parent&property=form");
    assertEquals(List.of("92000888"), property(found, "parent"));
    assertEquals(List.of("BS077"), property(found, "form"));
    assertEquals(List.of(), property(found, "ingredient"));
    assertEquals(List.of(), values(found, "designation"));
  }

  @Test
  void aLookUpMayBePosted() {
    var asked = get(200, "/CodeSystem/$lookup?code=93015993");
    for (var body : List.of("""
        {"resourceType":"Parameters","parameter":[{"name":"coding","valueCoding":{
        "system":"http://sys-ids.kemkes.go.id/kfa","code":"93015993"}}]}""", """
        {"resourceType":"Parameters","parameter":[{"name":"code","valueCode":"93015993"},
        {"name":"system","valueUri":"http://sys-ids.kemkes.go.id/kfa"}]}""", "{\"code\":\"93015993\"}")) {
      assertEquals(asked, post(200, "/CodeSystem/$lookup", body));
    }
  }

  @Test
  void whatCannotBeLookedUpIsRefused() {
    get(400, "/CodeSystem/$lookup");
    post(400, "/CodeSystem/$lookup", "[]");
    post(400, "/CodeSystem/$lookup", "{");
    for (var code : List.of("93999999", "abc", "%2F", "9301599", "930159933", "95000000")) {
      get(404, "/CodeSystem/$lookup?code=" + code);
    }
    get(404, "/CodeSystem/$lookup?code=93015993&system=" + encoded("http://snomed.info/sct"));
  }

  @Test
  void withoutATokenTheRecordedFaultIsAnswered() {
    var response = kfa.handler.handle(Request.of("GET", BASE + "/CodeSystem/$lookup?code=93015993", Headers.NONE,
        Body.EMPTY));
    assertEquals(401, response.status());
    assertEquals(Fault.OAUTH_INVALID_ACCESS_TOKEN.body(), response.text());
    assertTrue(response.header("www-authenticate").orElseThrow().contains("oauth.v2.InvalidAccessToken"));
  }

  @Test
  void aCodeIsValidated() {
    var name = encoded("abacavir sulfate 300 mg  TABLET salut selaput (kimia farma)");
    assertEquals(List.of("true"), values(get(200, "/CodeSystem/$validate-code?code=93015993"), "result"));
    assertEquals(List.of("true"), values(get(200, "/CodeSystem/$validate-code?code=93015993&display=" + name),
        "result"));
    var wrong = get(200, "/CodeSystem/$validate-code?code=93015993&display=Panadol");
    assertEquals(List.of("false"), values(wrong, "result"));
    assertTrue(values(wrong, "message").getFirst().contains("is called Abacavir"), wrong.toString());
    assertEquals(List.of("Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)"), values(wrong, "display"));
    assertEquals(List.of("false"), values(get(200, "/CodeSystem/$validate-code?code=93999999"), "result"));
    assertEquals(List.of("true"), values(post(200, "/CodeSystem/$validate-code", """
        {"resourceType":"Parameters","parameter":[{"name":"codeableConcept","valueCodeableConcept":{"coding":[
        {"system":"http://example.org","code":"1"},{"system":"http://sys-ids.kemkes.go.id/kfa","code":"92000888"}]}}]}
        """), "result"));
    assertEquals(List.of("false"), values(post(200, "/CodeSystem/$validate-code", """
        {"resourceType":"Parameters","parameter":[{"name":"coding","valueCoding":{"system":"http://example.org",
        "code":"93015993"}}]}"""), "result"));
    get(400, "/CodeSystem/$validate-code");
    get(404, "/CodeSystem/$validate-code?code=1&url=" + encoded("http://example.org"));
  }

  @Test
  void aCodeIsAMemberOfItsLevel() {
    var of93 = "/ValueSet/$validate-code?url=" + encoded(Terminology.ALL + "=93") + "&code=";
    assertEquals(List.of("true"), values(get(200, of93 + "93015993"), "result"));
    assertEquals(List.of("false"), values(get(200, of93 + "92000888"), "result"));
    assertEquals(List.of("true"), values(get(200, "/ValueSet/$validate-code?url=" + encoded(Terminology.ALL)
        + "&code=92000888"), "result"));
    get(400, "/ValueSet/$validate-code?code=93015993");
    get(404, "/ValueSet/$validate-code?code=93015993&url=x");
  }

  @Test
  void packsStandBelowProductsAndProductsBelowTemplates() {
    var codes = List.of("92000888", "93015993", "94021264", "91000651");
    var expected = List.of(
        List.of("equivalent", "subsumes", "subsumes", "not-subsumed"),
        List.of("subsumed-by", "equivalent", "subsumes", "not-subsumed"),
        List.of("subsumed-by", "subsumed-by", "equivalent", "not-subsumed"),
        List.of("not-subsumed", "not-subsumed", "not-subsumed", "equivalent"));
    for (int a = 0; a < codes.size(); a++) {
      for (int b = 0; b < codes.size(); b++) {
        assertEquals(List.of(expected.get(a).get(b)), values(get(200, "/CodeSystem/$subsumes?codeA=" + codes.get(a)
            + "&codeB=" + codes.get(b)), "outcome"), codes.get(a) + " " + codes.get(b));
      }
    }
    get(404, "/CodeSystem/$subsumes?codeA=93015993&codeB=93999999");
    get(400, "/CodeSystem/$subsumes?codeA=93015993");
    assertEquals(List.of("subsumes"), values(post(200, "/CodeSystem/$subsumes", """
        {"parameter":[{"name":"codingA","valueCoding":{"system":"http://sys-ids.kemkes.go.id/kfa","code":"92000888"}},
        {"name":"codingB","valueCoding":{"system":"http://sys-ids.kemkes.go.id/kfa","code":"93015993"}}]}"""), "outcome"));
  }

  @Test
  void aLevelIsExpandedPageByPage() {
    var url = "/ValueSet/$expand?url=" + encoded(Terminology.ALL + "=93");
    var whole = get(200, url + "&count=1000").path("expansion");
    int total = whole.path("total").asInt();
    assertEquals(total, whole.path("contains").size());
    var codes = whole.path("contains").valueStream().map(one -> one.path("code").asString()).toList();
    assertEquals(codes.stream().sorted().distinct().toList(), codes);
    assertTrue(codes.contains("93015993"));
    var pages = new ArrayList<String>();
    for (int offset = 0; offset < total; offset += 7) {
      get(200, url + "&count=7&offset=" + offset).path("expansion").path("contains")
          .forEach(one -> pages.add(one.path("code").asString()));
    }
    assertEquals(codes, pages);
    var everything = get(200, "/ValueSet/$expand?count=1000&url=" + encoded(Terminology.ALL)).path("expansion");
    var levels = Terminology.LEVELS.stream().skip(1).mapToInt(level -> get(200, "/ValueSet/$expand?count=0&url="
        + encoded(level.url())).path("expansion").path("total").asInt()).toArray();
    assertEquals(everything.path("total").asInt(), IntStream.of(levels).sum());
    assertTrue(IntStream.of(levels).filter(count -> count > 0).count() >= 6, java.util.Arrays.toString(levels));
  }

  @Test
  void aTextFindsCodes() {
    for (var text : List.of("abacavir", "Abakavir 300 mg")) {
      var found = get(200, "/ValueSet/$expand?count=5&filter=" + encoded(text) + "&url="
          + encoded(Terminology.ALL + "=93")).path("expansion");
      assertEquals("93015993", found.path("contains").path(0).path("code").asString(), found.toString());
      assertEquals(text, found.path("parameter").path(0).path("valueString").asString());
    }
    var templates = get(200, "/ValueSet/$expand?filter=abacavir&url=" + encoded(Terminology.ALL + "=92"));
    assertEquals("92000888", templates.path("expansion").path("contains").path(0).path("code").asString());
    get(200, "/ValueSet/$expand?filter=zzzzqqqq&url=" + encoded(Terminology.ALL));
  }

  @Test
  void anExpansionThatCannotBeIsRefused() {
    get(400, "/ValueSet/$expand");
    get(400, "/ValueSet/$expand?count=1001&url=" + encoded(Terminology.ALL));
    get(400, "/ValueSet/$expand?count=-1&url=" + encoded(Terminology.ALL));
    get(404, "/ValueSet/$expand?url=" + encoded(Terminology.ALL + "=99"));
    post(400, "/ValueSet/$expand", "{\"parameter\":[{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\"}}]}");
  }

  @Test
  void numbersOfOthersAreTranslatedAndBack() {
    var there = get(200, "/ConceptMap/$translate?system=" + encoded(Terminology.NIE) + "&code=gkl2012431917a1");
    assertEquals(List.of("true"), values(there, "result"));
    assertTrue(there.toString().contains("\"code\":\"93015993\"") && there.toString().contains("equivalent"));
    var lkpp = get(200, "/ConceptMap/$translate?code=45463910&url="
        + encoded(Terminology.Mapping.FROM_LKPP.url()));
    assertTrue(lkpp.toString().contains("\"code\":\"93015993\""));
    var back = get(200, "/ConceptMap/$translate?code=93015993&reverse=true");
    assertTrue(back.toString().contains("GKL2012431917A1") && back.toString().contains("45463910"), back.toString());
    assertEquals(List.of("false"), values(get(200, "/ConceptMap/$translate?system=urn:jejak:nie&code=X1"), "result"));
    get(400, "/ConceptMap/$translate?code=1");
    get(404, "/ConceptMap/$translate?code=1&url=x");
    get(404, "/ConceptMap/$translate?code=1&system=x");
  }

  @Test
  void theResourcesAreReadAndFound() {
    assertEquals("not-present", get(200, "/CodeSystem/kfa").path("content").asString());
    assertEquals(1, get(200, "/CodeSystem?url=" + encoded(Terminology.KFA)).path("total").asInt());
    assertEquals(0, get(200, "/CodeSystem?url=http://example.org").path("total").asInt());
    assertEquals(Terminology.LEVELS.size(), get(200, "/ValueSet").path("entry").size());
    assertEquals(Terminology.ALL + "=93", get(200, "/ValueSet/kfa-93").path("url").asString());
    assertEquals(2, get(200, "/ConceptMap").path("total").asInt());
    get(200, "/ConceptMap/nie-to-kfa");
    for (var path : List.of("/CodeSystem/x", "/ValueSet/x", "/ConceptMap/x", "/metadata", "/Patient/1", "/nothing")) {
      get(404, path);
    }
    assertEquals("TerminologyCapabilities", get(200, "/metadata?mode=terminology").path("resourceType").asString());
    assertEquals(405, kfa.handler.handle(Request.of("DELETE", BASE + "/CodeSystem/kfa", Headers.NONE, Body.EMPTY))
        .status());
  }

  @Test
  void whateverIsAskedIsAnsweredAsFhir() {
    var random = new Random(20261122);
    var paths = List.of("/CodeSystem/$lookup", "/CodeSystem/$validate-code", "/CodeSystem/$subsumes", "/ValueSet/$expand",
        "/ValueSet/$validate-code", "/ConceptMap/$translate", "/CodeSystem", "/ValueSet", "/ConceptMap/nie-to-kfa");
    var names = List.of("code", "system", "url", "filter", "count", "offset", "display", "codeA", "codeB", "coding",
        "codeableConcept", "property", "reverse", "activeOnly", "targetsystem", "valueSet");
    var values = List.of("93015993", "92000888", Terminology.KFA, Terminology.ALL + "=93", "", "/", "-1", "1e9", "true",
        "'; drop", "\u0000", "%%%", "abacavir 300", "9".repeat(300), "urn:jejak:nie", "\ud83d\udc8a", "{}", "null");
    for (int i = 0; i < 3_000; i++) {
      var path = paths.get(random.nextInt(paths.size()));
      var query = new StringBuilder();
      var body = new StringBuilder("{\"resourceType\":\"Parameters\",\"parameter\":[");
      for (int j = random.nextInt(5); j >= 0; j--) {
        var name = names.get(random.nextInt(names.size()));
        var value = values.get(random.nextInt(values.size()));
        query.append(name).append('=').append(random.nextInt(9) == 0 ? value : encoded(value)).append('&');
        var quoted = new String(Json.write((Object) value), StandardCharsets.UTF_8);
        body.append("{\"name\":\"").append(name).append("\",").append(switch (random.nextInt(4)) {
          case 0 -> "\"valueCode\":" + quoted;
          case 1 -> "\"valueCoding\":{\"code\":" + quoted + ",\"system\":\"" + Terminology.KFA + "\"}";
          case 2 -> "\"valueCodeableConcept\":{\"coding\":[{\"code\":" + quoted + "}]}";
          default -> "\"valueBoolean\":true";
        }).append("},");
      }
      body.setLength(body.length() - 1);
      var response = random.nextBoolean() || !path.contains("$") ? kfa.get(BASE + path + "?" + query)
          : kfa.post(BASE + path, body + (random.nextInt(20) == 0 ? "" : "]}"));
      assertTrue(response.status() < 500, path + "?" + query + "\n" + body);
      checked(response.status(), response);
    }
  }
}
