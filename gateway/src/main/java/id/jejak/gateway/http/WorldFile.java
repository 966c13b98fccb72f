package id.jejak.gateway.http;

import id.jejak.gateway.contract.Limits;
import id.jejak.gateway.domain.ClientSecret;
import id.jejak.gateway.store.ClientStore;
import id.jejak.gateway.store.ClientStore.Client;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Db;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The clients of a world file, put into a gateway that has none at the first start. Everything or nothing, and a member
 * that is not known stops the start. No message shows a secret.
 */
final class WorldFile {
  private static final Set<String> CLIENT =
      Set.of("client_id", "client_secret", "organization_id", "name", "developer_email");

  private final Db db;
  private final ClientStore store;
  private final InstantSource clock;
  private final SecureRandom random;

  WorldFile(Db db, ClientStore store, InstantSource clock, SecureRandom random) {
    this.db = db;
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Fills a gateway without clients; one that has any stays as it is.
   *
   * @throws StartFailure when something in the file is wrong; nothing is kept then
   */
  void load(JsonNode world) {
    var clients = clients(world.path("clients"));
    db.transaction(tx -> {
      if (store.empty(tx)) {
        clients.forEach(client -> store.add(tx, client, clock.instant()));
      }
      return true;
    });
  }

  private List<Client> clients(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw wrong("clients must be a list with at least one client");
    }
    var clients = new ArrayList<Client>();
    var ids = new HashSet<String>();
    for (var one : list) {
      var client = client(one, "client " + (clients.size() + 1));
      if (!ids.add(client.id())) {
        throw wrong("client " + (clients.size() + 1) + " has the client_id of an earlier one");
      }
      clients.add(client);
    }
    return clients;
  }

  private Client client(JsonNode one, String which) {
    if (!one.isObject()) {
      throw wrong(which + " must be an object");
    }
    for (var name : one.propertyNames()) {
      if (!CLIENT.contains(name)) {
        throw wrong("unknown member " + name + " in " + which + ", known: " + String.join(", ", new TreeSet<>(CLIENT)));
      }
    }
    var id = text(one, "client_id", which, 1, Limits.CLIENT_ID_LENGTH);
    var secret = text(one, "client_secret", which, Limits.SECRET_LEAST, Limits.SECRET_LENGTH);
    var email = one.has("developer_email") ? text(one, "developer_email", which, 3, Limits.CLIENT_ID_LENGTH) : "";
    return new Client(id, ClientSecret.of(secret, random),
        text(one, "organization_id", which, 1, Limits.CLIENT_ID_LENGTH),
        text(one, "name", which, 1, Limits.CLIENT_ID_LENGTH), email, Demo.application(id));
  }

  private static String text(JsonNode one, String name, String which, int least, int most) {
    var value = one.path(name);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw wrong(name + " of " + which + " is missing: it must be a text");
    }
    int length = value.stringValue().length();
    if (length < least || length > most || value.stringValue().indexOf('\0') >= 0) {
      throw wrong(name + " of " + which + " has " + length + " characters: it must have from " + least + " to " + most
          + (name.equals("client_secret") ? ", made by a machine, for instance with: openssl rand -hex 32" : ""));
    }
    return value.stringValue();
  }

  private static StartFailure wrong(String what) {
    return new StartFailure("the world file cannot be used: satusehat: " + what);
  }
}
