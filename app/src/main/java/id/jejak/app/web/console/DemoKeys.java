package id.jejak.app.web.console;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Whom the demo world lets ask, and what they need: tokens by logging in, signatures by the clock. Thread-safe. */
public final class DemoKeys {
  private final Supplier<Map<String, Object>> world;
  private final Handler wire;
  private final InstantSource clock;

  /**
   * Keys of a demo world.
   *
   * @param clock the demo world's
   */
  public DemoKeys(Supplier<Map<String, Object>> world, Handler wire, InstantSource clock) {
    this.world = world;
    this.wire = wire;
    this.clock = clock;
  }

  /**
   * Somebody who may ask.
   *
   * @param key names the account in its list
   */
  public record Who(String key, String name) {}

  /** Accounts for the operations of a system, the usual one first; empty when none is needed. */
  public List<Who> accounts(String system, String operation) {
    var world = read();
    var who = new ArrayList<Who>();
    if (system.equals("ttac")) {
      world.path("ttac").path("accounts").forEach(one ->
          who.add(new Who(text(one, "email"), text(one, "nama_sarana") + " (" + text(one, "sarana_id") + ")")));
    } else if (operation.startsWith("satusehat.eresep")) {
      world.path("satusehat").path("eresep").path("users").forEach(one ->
          who.add(new Who(text(one, "user"), text(one, "user"))));
      world.path("eresep").path("users").forEach(one -> who.add(new Who(text(one, "user"), text(one, "user"))));
    } else if (system.equals("antrean")) {
      who.add(new Who(text(world.path("antrean").path("bpjs"), "cons_id"), "cons_id "
          + text(world.path("antrean").path("bpjs"), "cons_id")));
    } else {
      world.path("satusehat").path("clients").forEach(one ->
          who.add(new Who(text(one, "client_id"), text(one, "name"))));
    }
    return who;
  }

  /** Values of the variables that a request of a system may name. */
  public Map<String, String> variables(String system, String operation, String key) {
    var values = new LinkedHashMap<String, String>();
    if (system.equals("ttac")) {
      var account = find(read().path("ttac").path("accounts"), "email", key);
      values.put("email", text(account, "email"));
      values.put("password", text(account, "password"));
      values.put("token", ttacToken(account));
    } else if (system.equals("gateway") || system.equals("kfa") || system.equals("satusehat")) {
      var client = find(read().path("satusehat").path("clients"), "client_id", key);
      values.put("client_id", text(client, "client_id"));
      values.put("client_secret", text(client, "client_secret"));
    }
    return values;
  }

  /** The same request with the bearer token of a client of the platform. */
  public Request withBearer(Request request, String operation, String key) {
    return request.plusHeader("Authorization", "Bearer "
        + (operation.startsWith("satusehat.eresep") ? eresepToken(key) : platformToken(key)));
  }

  /** The token of a client of the platform. */
  public String platformToken(String key) {
    var client = find(read().path("satusehat").path("clients"), "client_id", key);
    var body = "client_id=" + encoded(text(client, "client_id")) + "&client_secret="
        + encoded(text(client, "client_secret"));
    return json(wire.handle(Request.of("POST", "/oauth2/v1/accesstoken?grant_type=client_credentials",
        Headers.of("Content-Type", "application/x-www-form-urlencoded"), Body.of(body)))).path("access_token")
        .asString("");
  }

  private String ttacToken(JsonNode account) {
    var login = new LinkedHashMap<String, Object>();
    login.put("email", text(account, "email"));
    login.put("password", text(account, "password"));
    return json(wire.handle(Request.json("POST", "/api/v3/auth/login",
        new String(Json.write(login), StandardCharsets.UTF_8)))).path("data").path("user").path("token").asString("");
  }

  private String eresepToken(String key) {
    var users = read().path("satusehat").path("eresep").path("users");
    var user = find(users.isEmpty() ? read().path("eresep").path("users") : users, "user", key);
    var login = new LinkedHashMap<String, Object>();
    login.put("user", text(user, "user"));
    login.put("password", text(user, "password"));
    var answer = json(wire.handle(Request.json("POST", "/eresep/v2/auth",
        new String(Json.write(login), StandardCharsets.UTF_8))));
    return answer.path("token").asString(answer.path("data").path("token").asString(""));
  }

  /** The same request signed as BPJS wants it, by the demo world's clock; a signature that was there is replaced. */
  public Request signed(Request request) {
    var consumer = read().path("antrean").path("bpjs");
    var pairs = new ArrayList<String>();
    request.headers().forEach((name, value) -> {
      if (List.of(Header.CONS_ID, Header.TIMESTAMP, Header.SIGNATURE, Header.USER_KEY).stream()
          .noneMatch(name::equalsIgnoreCase)) {
        pairs.add(name);
        pairs.add(value);
      }
    });
    var timestamp = String.valueOf(clock.instant().getEpochSecond());
    var id = text(consumer, "cons_id");
    pairs.addAll(List.of(Header.CONS_ID, id, Header.TIMESTAMP, timestamp, Header.SIGNATURE,
        Signature.of(id, timestamp, text(consumer, "secret_key")), Header.USER_KEY, text(consumer, "user_key")));
    return new Request(request.method(), request.path(), request.query(), Headers.of(pairs.toArray(String[]::new)),
        request.body(), request.peer(), request.id(), request.vars());
  }

  /** Signs anew what the demo world's consumer had signed. */
  public Request signedAnew(Request request) {
    var mine = text(read().path("antrean").path("bpjs"), "cons_id");
    return request.header(Header.CONS_ID).filter(mine::equals).isPresent() ? signed(request) : request;
  }

  /** The secret key of the demo world's consumer of BPJS; empty for any other. */
  public Optional<Secret> secretOf(String consId) {
    var consumer = read().path("antrean").path("bpjs");
    return Optional.of(text(consumer, "secret_key")).filter(key -> !key.isEmpty()
        && text(consumer, "cons_id").equals(consId)).map(Secret::new);
  }

  private JsonNode read() {
    return Json.read(Json.write((Object) world.get()));
  }

  private static JsonNode find(JsonNode list, String name, String value) {
    return list.valueStream().filter(one -> text(one, name).equals(value)).findFirst().orElse(list.path(0));
  }

  private static JsonNode json(Response response) {
    try {
      return Json.read(response.bytes());
    } catch (Json.Unreadable e) { // a planned fault, perhaps: then there is no token, and the answer will say so
      return Json.read("{}");
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
