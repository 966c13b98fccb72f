package id.jejak.app.cli.satusehat;

import id.jejak.gateway.client.ClientCredentials;
import id.jejak.gateway.client.TokenKeeper;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.client.EresepClient;
import id.jejak.satusehat.client.EresepCredentials;
import id.jejak.satusehat.client.FhirClient;
import id.jejak.satusehat.client.Numbers;
import id.jejak.satusehat.client.StreamTransport;
import id.jejak.satusehat.client.care.Facility;
import id.jejak.satusehat.client.care.Hospital;
import id.jejak.satusehat.client.care.Pharmacy;
import id.jejak.satusehat.client.variations.VariationRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A hospital and a pharmacy of the demo world behind an address, over the wire as anybody's would be. */
final class Stage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int HOSPITAL = 0;
  private static final int PHARMACY = 1;

  private final String url;
  private final HttpTransport wire;
  private final StreamTransport stream;
  private final InstantSource clock;
  private final JsonNode world;

  Stage(String url, InstantSource clock) {
    this.url = url;
    this.wire = new HttpTransport(url, PATIENCE);
    this.stream = new StreamTransport(url, PATIENCE);
    this.clock = clock;
    this.world = world();
  }

  private JsonNode world() {
    try {
      var world = Json.read(wire.handle(Request.get("/sandbox/world")).bytes()).path("satusehat");
      if (world.path("clients").size() < 2) {
        throw new StartFailure("the server at " + url + " has no demo world to play in: start it with ./jejak serve");
      }
      return world;
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is not Jejak: give its address with --url", e);
    }
  }

  private TokenKeeper keeper(int which) {
    var client = world.path("clients").path(which);
    return new TokenKeeper(wire, new ClientCredentials(client.path("client_id").asString(""),
        new Secret(client.path("client_secret").asString(""))), clock);
  }

  private Facility facility(int which) {
    var organization = world.path("clients").path(which).path("organization_id").asString("");
    return new Facility(organization, first("organizations", one -> one.path("id").asString("").equals(organization))
        .path("name").asString("Fasyankes"));
  }

  private JsonNode first(String list, Predicate<JsonNode> which) {
    return world.path(list).valueStream().filter(which).findFirst().orElse(world.path(list).path(0));
  }

  Hospital hospital() {
    var keeper = keeper(HOSPITAL);
    var fhir = new FhirClient(wire, keeper::send, clock);
    return new Hospital(fhir, Numbers.listening(fhir, stream, keeper::send, Pause.real()), facility(HOSPITAL), clock,
        Pause.real());
  }

  Pharmacy pharmacy() {
    var user = world.path("eresep").path("users").path(0);
    var eresep = new EresepClient(wire, new EresepCredentials(user.path("user").asString(""),
        new Secret(user.path("password").asString(""))), clock);
    return new Pharmacy(new FhirClient(wire, keeper(PHARMACY)::send, clock), eresep, facility(PHARMACY), clock,
        Pause.real());
  }

  VariationRun.People people() {
    return new VariationRun.People(nik("patients", ""), nik("practitioners", "dr. "), nik("practitioners", "apt. "));
  }

  private String nik(String list, String title) {
    return Optional.of(first(list, one -> one.path("name").asString("").startsWith(title)))
        .map(one -> one.path("nik").asString("")).orElse("");
  }

  @Override
  public void close() {
    stream.close();
    wire.close();
  }
}
