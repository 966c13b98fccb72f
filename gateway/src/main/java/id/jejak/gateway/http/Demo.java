package id.jejak.gateway.http;

import id.jejak.gateway.domain.ClientSecret;
import id.jejak.gateway.store.ClientStore;
import id.jejak.gateway.store.ClientStore.Client;
import id.jejak.kernel.db.Db;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The clients of the demo world: a hospital and a pharmacy, with the organization numbers of the official examples of
 * prescribing and dispensing, and a distributor's programmer. The same every time, secrets too.
 */
final class Demo {
  private static final Instant SINCE = Instant.parse("2021-08-01T02:00:00Z");

  private record Given(String id, String secret, String organization, String name, String email) {}

  private static final List<Given> CLIENTS = List.of(
      new Given("DemoRumahSakit10000005", "rahasia-rs-10000005", "10000005",
          "Rumah Sakit Sarana A", "simrs@sarana-a.example"),
      new Given("DemoApotek10000099", "rahasia-apotek-10000099", "10000099",
          "Apotek Sarana B", "apotek@sarana-b.example"),
      new Given("DemoPbf10000284", "rahasia-pbf-10000284", "10000284",
          "PBF Nusantara Medika", "gudang@pbf-nusantara.example"));

  private final Db db;
  private final ClientStore store;
  private final SecureRandom random;

  Demo(Db db, ClientStore store, SecureRandom random) {
    this.db = db;
    this.store = store;
    this.random = random;
  }

  /** Makes the demo clients when no client is known. */
  void prepare() {
    db.transaction(tx -> {
      if (store.empty(tx)) {
        fill(tx);
      }
      return true;
    });
  }

  /** Throws everything away and makes the demo clients anew. */
  void reset() {
    db.transaction(tx -> {
      store.clear(tx);
      fill(tx);
      return true;
    });
  }

  Map<String, Object> world() {
    return Map.of("clients", CLIENTS.stream().map(client -> {
      var shown = new LinkedHashMap<String, Object>();
      shown.put("client_id", client.id());
      shown.put("client_secret", client.secret());
      shown.put("organization_id", client.organization());
      shown.put("name", client.name());
      return shown;
    }).toList());
  }

  private void fill(Handle tx) {
    CLIENTS.forEach(client -> store.add(tx, new Client(client.id(), ClientSecret.of(client.secret(), random),
        client.organization(), client.name(), client.email(), application(client.id())), SINCE));
  }

  /** The same for the same client, so that a client which keeps it sees no other after a reset. */
  static UUID application(String client) {
    return UUID.nameUUIDFromBytes(("gateway application " + client).getBytes(StandardCharsets.UTF_8));
  }
}
