package id.jejak.verify.bench.satusehat;

import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * A hospital and a pharmacy of the demo world, and as many resources as a measurement wants: sent over HTTP as anybody
 * would send them, so that they lie as they would.
 */
final class Clinic {
  /** Prescriptions that have a national number. */
  private static final int NUMBERED = 200;
  private static final int BUNDLE = 100;

  private final Stage stage;
  private final String hospital;
  private final String pharmacy;
  private final String eresep;
  private final List<String> items = new ArrayList<>();
  private final List<String> given = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final AtomicLong next = new AtomicLong();
  private int stored;

  Clinic(Stage stage) throws IOException {
    this.stage = stage;
    try (var wire = new Wire(stage.port())) {
      var world = Json.read(utf8(wire.call(plain("GET", "/sandbox/world", "", ""))))
          .path("satusehat");
      hospital = token(wire, world.path("clients").path(0));
      pharmacy = token(wire, world.path("clients").path(1));
      var user = world.path("eresep").path("users").path(0);
      eresep = Json.read(wire.call(plain("POST", "/eresep/v2/auth", "", new String(Json.write((Object) user),
          StandardCharsets.UTF_8)))).path("data").path("token").asString();
    }
  }

  private static String token(Wire wire, JsonNode client) throws IOException {
    return Json.read(wire.call(Wire.request("POST", "/oauth2/v1/accesstoken?grant_type=client_credentials",
        "application/x-www-form-urlencoded", ("client_id=" + client.path("client_id").asString() + "&client_secret="
            + client.path("client_secret").asString()).getBytes(StandardCharsets.UTF_8)))).path("access_token")
        .asString();
  }

  /** Bytes were read as one character each. */
  static String utf8(String answer) {
    return new String(answer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static byte[] plain(String method, String path, String token, String body) {
    return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
        + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
        + "Content-Type: application/json\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  byte[] get(String path) {
    return plain("GET", "/fhir-r4/v1" + path, hospital, "");
  }

  byte[] post(String path, String body) {
    return plain("POST", "/fhir-r4/v1" + path, hospital, body);
  }

  byte[] dispense(String item) {
    return plain("POST", "/fhir-r4/v1/MedicationDispense", pharmacy, Papers.dispense(number("D"), item));
  }

  byte[] lookup(String nrn) {
    return plain("GET", "/eresep/v2/prescriptions/" + nrn, eresep, "");
  }

  /** A number that nothing had before. */
  String number(String kind) {
    return kind + next.incrementAndGet();
  }

  /** Ids of items. */
  List<String> items() {
    return List.copyOf(items);
  }

  /** Ids of items that nobody looks at, for dispenses: so many that each is dispensed a few times, as happens. */
  List<String> dispensable(int many) throws IOException {
    if (given.size() < many) {
      stage.progress(String.format(Locale.ROOT, "%,d items to dispense", many));
      try (var wire = new Wire(stage.port())) {
        while (given.size() < many) {
          var some = new String[Math.min(BUNDLE, many - given.size())];
          for (int i = 0; i < some.length; i++) {
            some[i] = Papers.item(number("G"));
          }
          given.addAll(ids(send(wire, Papers.bundle(some))));
        }
      }
    }
    return List.copyOf(given);
  }

  /** National numbers that were given. */
  List<String> numbers() {
    return List.copyOf(numbers);
  }

  /** Sends until so many resources are there. */
  void fill(int resources) throws IOException {
    stage.progress(String.format(Locale.ROOT, "filling up to %,d resources", resources));
    try (var wire = new Wire(stage.port())) {
      if (numbers.isEmpty()) {
        for (int i = 0; i < NUMBERED; i++) {
          var name = number("P");
          remember(send(wire, Papers.bundle(Papers.item(name + "a"), Papers.item(name + "b"),
              Papers.document(name, Papers.name(0), Papers.name(1)))));
        }
        stored += NUMBERED * 3;
        wire.call(plain("POST", "/sandbox/satusehat/number", "", "{}"));
        collect(wire);
        for (var item : items) { // who looks a prescription up finds that some of it was given
          wire.call(dispense(item));
        }
      }
      while (stored < resources) {
        var some = new String[Math.min(BUNDLE, resources - stored)];
        for (int i = 0; i < some.length; i++) {
          some[i] = Papers.item(number("F"));
        }
        remember(send(wire, Papers.bundle(some)));
        stored += some.length;
      }
    }
  }

  private JsonNode send(Wire wire, String bundle) throws IOException {
    var answer = Json.read(wire.call(post("", bundle)));
    if (!answer.path("type").asString("").equals("transaction-response")) {
      throw new IOException("a bundle was not taken: " + answer);
    }
    return answer;
  }

  private void remember(JsonNode answer) {
    if (items.size() < 200_000) {
      items.addAll(ids(answer));
    }
  }

  private static List<String> ids(JsonNode answer) {
    var ids = new ArrayList<String>();
    for (var entry : answer.path("entry")) {
      if (entry.path("response").path("resourceType").asString().equals("MedicationRequest")) {
        ids.add(entry.path("response").path("resourceID").asString());
      }
    }
    return ids;
  }

  private void collect(Wire wire) throws IOException {
    var found = Json.read(utf8(wire.call(get("/DocumentReference?subject=P02029542843&_count=500"))));
    for (var entry : found.path("entry")) {
      var number = entry.path("resource").path("masterIdentifier").path("value").asString("");
      // Not the demo world's own, which has another number of items.
      if (!number.isEmpty() && entry.path("resource").path("context").path("related").size() == 2) {
        numbers.add(number);
      }
    }
    if (numbers.size() < NUMBERED) {
      throw new IOException("only " + numbers.size() + " national numbers were given");
    }
  }
}
