package id.jejak.satusehat.client;

import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Several writes that are done together or not at all. For one thread. */
public final class Transaction {
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private final List<JsonNode> created = new ArrayList<>();

  /** Entries so far. */
  public int size() {
    return entries.size();
  }

  /**
   * Creates a resource.
   *
   * @return what the bundle's other resources refer to it by; the server puts its real name there
   */
  public String create(JsonNode resource) {
    created.add(resource);
    return add("POST", type(resource), Optional.of(resource), Map.of());
  }

  /** Creates a resource unless one is found by the query; then that one stands for it. */
  public String createUnless(JsonNode resource, Query found) {
    return add("POST", type(resource), Optional.of(resource), Map.of("ifNoneExist", found.text()));
  }

  /** Puts a resource, which has its id, in the place of its current version. */
  public void update(JsonNode resource) {
    add("PUT", type(resource) + "/" + resource.path("id").asString(""), Optional.of(resource), Map.of());
  }

  /** The same if nobody was faster. */
  public void update(JsonNode resource, String version) {
    add("PUT", type(resource) + "/" + resource.path("id").asString(""), Optional.of(resource),
        Map.of("ifMatch", "W/\"" + version + "\""));
  }

  /** Changes parts of a resource: an array of RFC 6902 steps. */
  public void patch(String type, String id, JsonNode steps) {
    var binary = Map.of("resourceType", "Binary", "contentType", "application/json-patch+json",
        "data", Base64.getEncoder().encodeToString(Json.write(steps)));
    add("PATCH", type + "/" + id, Optional.of(Json.read(Json.write(binary))), Map.of());
  }

  /** Deletes a resource. */
  public void delete(String type, String id) {
    add("DELETE", type + "/" + id, Optional.empty(), Map.of());
  }

  /** The first resource that is created, by which an unanswered bundle is found. */
  Optional<JsonNode> first() {
    return created.stream().findFirst();
  }

  byte[] json() {
    var bundle = new LinkedHashMap<String, Object>();
    bundle.put("resourceType", "Bundle");
    bundle.put("type", "transaction");
    bundle.put("entry", entries);
    return Json.write((Object) bundle);
  }

  private String add(String method, String url, Optional<JsonNode> resource, Map<String, String> conditions) {
    // Names hold within the bundle only, so they may be counted.
    var name = String.format(Locale.ROOT, "urn:uuid:00000000-0000-4000-8000-%012x", entries.size() + 1);
    var request = new LinkedHashMap<String, Object>();
    request.put("method", method);
    request.put("url", url);
    request.putAll(conditions);
    var entry = new LinkedHashMap<String, Object>();
    entry.put("fullUrl", name);
    resource.ifPresent(one -> entry.put("resource", one));
    entry.put("request", request);
    entries.add(entry);
    return name;
  }

  private static String type(JsonNode resource) {
    return resource.path("resourceType").asString("");
  }
}
