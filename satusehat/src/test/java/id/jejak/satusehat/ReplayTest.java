package id.jejak.satusehat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * Sends what was recorded of the real server and compares what comes back, element by element. The recordings are not
 * part of this project; {@code -Dsatusehat.data} names the folder that holds them.
 */
@EnabledIfSystemProperty(named = "satusehat.data", matches = ".+")
class ReplayTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
  private final Path data = Path.of(System.getProperty("satusehat.data", ""));
  private int sent;

  @Test
  void everyPharmacyRequestIsTakenAndAnsweredAlike() throws IOException {
    replay("kefarmasian");
    assertTrue(sent >= 40, "sent only " + sent);
  }

  @Test
  void everyVariationIsTakenAndAnsweredAlike() throws IOException {
    replay("variasi-obat");
    assertEquals(24, sent);
  }

  @Test
  void everyOtherExampleIsTaken() throws IOException {
    try (var satusehat = recorded(); var files = Files.list(data.resolve("fhir-resource-examples"))) {
      for (var file : files.filter(one -> !one.endsWith("manifest.json")).sorted().toList()) {
        // A template without a number of its own gets one, else two of them would be one visit sent twice.
        var body = filled(Files.readString(file).replace("\"value\": \"P20240001\"", "\"value\": \"{{Registration_ID}}\""),
            Map.of("Org_id", "10000005", "Registration_ID", file.getFileName().toString()));
        var id = Json.read(body).path("id").asString("");
        var answer = satusehat.ask("10000005", id.isEmpty() ? "POST" : "PUT", "/"
            + Json.read(body).path("resourceType").asString() + (id.isEmpty() ? "" : "/" + id), body);
        assertEquals(201, answer.status(), file + ": " + answer.text());
      }
    }
  }

  private static TestSatusehat recorded() {
    return new TestSatusehat(Map.of("satusehat.policy", "recorded", "satusehat.number-after", "PT1H",
        "satusehat.relate-after", "PT1H"));
  }

  private void replay(String folder) throws IOException {
    var wrong = new ArrayList<String>();
    try (var satusehat = recorded()) {
      for (var one : Json.read(Files.readAllBytes(data.resolve(folder).resolve("index.json")))) {
        var request = one.path("files").path("request").asString("");
        var response = one.path("responses").path(0);
        if (!request.isEmpty()) {
          var body = response.path("original_request").asString(request);
          one(satusehat, data.resolve(folder), one, body, response, wrong);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private void one(TestSatusehat satusehat, Path folder, JsonNode one, String request, JsonNode response,
      List<String> wrong) throws IOException {
    var path = one.path("path").asString();
    var organization = path.contains("Apotek Luar") || request.contains("apotek") || request.contains("dispense-resep")
        || request.contains("dispensing") ? "10000099" : "10000005";
    var values = new HashMap<String, String>();
    var variables = folder.resolve("variables.json");
    if (Files.exists(variables)) {
      Json.read(Files.readAllBytes(variables)).properties().forEach(entry ->
          values.put(entry.getKey(), entry.getValue().asString()));
    }
    values.put("Org_id", organization);
    values.put("Registration_ID", "2026112200" + sent++);
    var bundle = one.path("url").asString().endsWith("base_url}}");
    var body = filled(Files.readString(folder.resolve(request)), values);
    body = bundle ? named(body) : body;
    var id = Json.read(body).path("id").asString("");
    var type = Json.read(body).path("resourceType").asString();
    var answer = satusehat.ask(organization, one.path("method").asString(), bundle ? "/" : "/" + type
        + (id.isEmpty() ? "" : "/" + id), body);
    int code = response.path("code").asInt();
    boolean created = one.path("method").asString().equals("PUT") && answer.status() == 201;
    if (answer.status() != code && !created) {
      wrong.add(request + ": " + answer.status() + " " + answer.text());
      return;
    }
    var expected = Json.read(Files.readAllBytes(folder.resolve(response.path("body").asString())));
    var ours = paths(Json.read(answer.bytes()));
    var theirs = paths(expected);
    if (bundle ? !keys(expected).equals(keys(Json.read(answer.bytes())))
        : !paths(Json.read(body)).containsAll(minus(ours))) {
      wrong.add(request + ": " + ours + " instead of " + theirs);
    }
  }

  /** Elements that only the server adds. */
  private static TreeSet<String> minus(TreeSet<String> ours) {
    var left = new TreeSet<>(ours);
    left.removeAll(List.of("/id", "/meta", "/meta/versionId", "/meta/lastUpdated"));
    return left;
  }

  private static List<String> keys(JsonNode bundle) {
    var keys = new ArrayList<>(bundle.propertyNames());
    keys.addAll(bundle.path("entry").path(0).path("response").propertyNames());
    return keys;
  }

  private static TreeSet<String> paths(JsonNode node) {
    var paths = new TreeSet<String>();
    walk(node, "", paths);
    return paths;
  }

  private static void walk(JsonNode node, String at, TreeSet<String> paths) {
    if (!at.isEmpty()) {
      paths.add(at);
    }
    node.properties().forEach(entry -> walk(entry.getValue(), at + "/" + entry.getKey(), paths));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.path(i), at + "/" + i, paths);
      }
    }
  }

  /** Entries are called by {@code urn:uuid:}, which the templates leave to a script. */
  private static String named(String bundle) {
    var named = bundle;
    var entries = Json.read(bundle).path("entry");
    for (int i = 0; i < entries.size(); i++) {
      var name = entries.path(i).path("fullUrl").asString();
      named = named.replace("\"" + name + "\"", "\"urn:uuid:00000000-0000-4000-8000-00000000000"
          + Integer.toHexString(i) + "\"");
    }
    return named;
  }

  private static String filled(String text, Map<String, String> values) {
    return PLACEHOLDER.matcher(text).replaceAll(hit -> values.getOrDefault(hit.group(1),
        "11111111-1111-4111-8111-1111" + String.format(java.util.Locale.ROOT, "%08x", hit.group(1).hashCode())));
  }
}
