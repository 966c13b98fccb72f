package id.jejak.satusehat.http;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Password;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.EresepStore;
import id.jejak.satusehat.store.JobStore;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.WorldStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A prepared world: people, organizations, resources of any type, and eresep's clients. Put into an empty server wholly
 * or not at all; a member that is not known stops the start. No message shows a person or a secret.
 */
final class WorldFile {
  /** Members of a world's entry. */
  static final List<String> MEMBERS = List.of("patients", "practitioners", "organizations", "resources", "eresep");
  private static final Set<String> PERSON = Set.of("id", "nik", "name", "gender", "birth_date");
  private static final Set<String> ORGANIZATION = Set.of("id", "name");
  private static final Set<String> RESOURCE = Set.of("owner", "resource");
  private static final Set<String> USER = Set.of("user", "password");
  /** Resources kept with one statement. */
  private static final int AT_ONCE = 500;
  private static final int SHORTEST_PASSWORD = 16;

  private final Db db;
  private final WorldStore worlds;
  private final ResourceStore store;
  private final JobStore jobs;
  private final EresepStore eresep;
  private final Drafts drafts;
  private final SecureRandom random;

  WorldFile(Db db, ResourceStore store, JobStore jobs, EresepStore eresep, Drafts drafts, SecureRandom random) {
    this.db = db;
    this.worlds = new WorldStore();
    this.store = store;
    this.jobs = jobs;
    this.eresep = eresep;
    this.drafts = drafts;
    this.random = random;
  }

  private record Owned(String owner, String type, String id, ObjectNode resource) {}

  /** A world that was read and found good. */
  private record World(List<Owned> resources, Map<String, String> users) {}

  /** True for a server without resources. */
  boolean wanted() {
    return db.read(worlds::empty);
  }

  /**
   * Fills a server without resources; one that has any stays as it is.
   *
   * @throws StartFailure when something in the file is wrong; nothing is kept then
   */
  void load(JsonNode world, Version version) {
    load(world, version, Map.of());
  }

  /** The same, with some of its passwords hashed beforehand. */
  void load(JsonNode world, Version version, Map<String, Password> hashed) {
    var read = read(Documents.object(Documents.write(world)));
    db.transaction(tx -> {
      if (worlds.empty(tx)) {
        fill(tx, read, version, hashed);
      }
      return true;
    });
  }

  /** Throws everything away and fills anew. */
  void reload(JsonNode world, Version version, Map<String, Password> hashed) {
    var read = read(Documents.object(Documents.write(world)));
    db.transaction(tx -> {
      worlds.clear(tx);
      fill(tx, read, version, hashed);
      return true;
    });
  }

  private void fill(Handle tx, World world, Version version, Map<String, Password> hashed) {
    var byOwner = world.resources().stream().collect(Collectors.groupingBy(Owned::owner, java.util.TreeMap::new,
        Collectors.toList()));
    int number = 0;
    for (var owner : byOwner.entrySet()) {
      for (int from = 0; from < owner.getValue().size(); from += AT_ONCE) {
        var some = new ArrayList<Draft>();
        for (var one : owner.getValue().subList(from, Math.min(from + AT_ONCE, owner.getValue().size()))) {
          some.add(drafts.fresh(owner.getKey(), one.type(), one.id(), Documents.copy(one.resource()),
              new Version(version.micros() + number++), ""));
        }
        keep(tx, owner.getKey(), some);
      }
    }
    world.users().forEach((user, password) -> {
      var beforehand = hashed.get(password);
      eresep.add(tx, user, beforehand == null ? Password.of(password, random) : beforehand);
    });
  }

  private void keep(Handle tx, String owner, List<Draft> some) {
    var made = store.insert(tx, owner, some.stream().map(Draft::row).toList(), List.of());
    for (var draft : some) {
      if (!made.contains(draft.row().rid())) {
        throw wrong(draft.type() + "/" + draft.id() + " stands twice");
      }
      if (draft.type().equals("DocumentReference")) {
        for (var number : National.of(draft.resource())) {
          if (!jobs.number(tx, number, draft.row().rid())) {
            throw wrong("two documents have the national number " + number);
          }
        }
      }
    }
  }

  private static World read(JsonNode world) {
    known(world, Set.copyOf(MEMBERS), "the entry");
    var resources = new ArrayList<Owned>();
    each(world, "patients", (one, which) -> resources.add(person("Patient", Systems.IHS, one, which)));
    each(world, "practitioners", (one, which) -> resources.add(person("Practitioner", Systems.NAKES, one, which)));
    each(world, "organizations", (one, which) -> {
      known(one, ORGANIZATION, which);
      var id = id(one, which);
      var organization = Documents.NODES.objectNode();
      organization.put("active", true).put("name", text(one, "name", which));
      organization.putArray("identifier").addObject().put("system", Systems.SYS_IDS + "organization/" + id)
          .put("use", "official").put("value", id);
      resources.add(new Owned(id, "Organization", id, organization));
    });
    each(world, "resources", (one, which) -> {
      known(one, RESOURCE, which);
      if (!(one.path("resource") instanceof ObjectNode resource)
          || !ResourceTypes.kept(Documents.text(resource.path("resourceType")))) {
        throw wrong("resource of " + which + " must be a resource of a type that is kept");
      }
      resources.add(new Owned(text(one, "owner", which), Documents.text(resource.path("resourceType")),
          id(resource, which), resource));
    });
    return new World(resources, users(world.path("eresep")));
  }

  private static Map<String, String> users(JsonNode eresep) {
    var users = new HashMap<String, String>();
    if (!eresep.isMissingNode()) {
      known(eresep, Set.of("users"), "eresep");
      each(eresep, "users", (one, which) -> {
        known(one, USER, which);
        var password = text(one, "password", which);
        if (password.length() < SHORTEST_PASSWORD || password.length() > Password.LONGEST) {
          throw wrong("password of " + which + " must have from " + SHORTEST_PASSWORD + " to " + Password.LONGEST
              + " characters, made by a machine, for instance with: openssl rand -hex 32");
        }
        users.put(text(one, "user", which), password);
      });
    }
    return users;
  }

  private static Owned person(String type, String system, JsonNode one, String which) {
    known(one, PERSON, which);
    var id = id(one, which);
    var person = Documents.NODES.objectNode();
    person.put("active", true).put("gender", text(one, "gender", which))
        .put("birthDate", text(one, "birth_date", which));
    var identifiers = person.putArray("identifier");
    identifiers.addObject().put("system", system).put("use", "official").put("value", id);
    identifiers.addObject().put("system", Systems.NIK).put("use", "official").put("value", text(one, "nik", which));
    person.putArray("name").addObject().put("text", text(one, "name", which)).put("use", "official");
    return new Owned("", type, id, person);
  }

  /** Reads one entry. */
  private interface Reader {
    void read(JsonNode one, String which);
  }

  private static void each(JsonNode world, String name, Reader reader) {
    var list = world.path(name);
    if (list.isMissingNode()) {
      return;
    }
    if (!list.isArray()) {
      throw wrong(name + " must be a list");
    }
    int number = 0;
    for (var one : list) {
      reader.read(one, "entry " + ++number + " of " + name);
    }
  }

  private static void known(JsonNode one, Set<String> names, String which) {
    if (!one.isObject()) {
      throw wrong(which + " must be an object");
    }
    for (var name : one.propertyNames()) {
      if (!names.contains(name)) {
        throw wrong("unknown member " + name + " in " + which + ", known: " + String.join(", ", new TreeSet<>(names)));
      }
    }
  }

  private static String id(JsonNode one, String which) {
    var id = text(one, "id", which);
    if (!Target.isId(id)) {
      throw wrong("id of " + which + " must be 1 to 64 letters, digits, dots or dashes");
    }
    return id;
  }

  private static String text(JsonNode one, String name, String which) {
    var text = Documents.text(one.path(name));
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw wrong(name + " of " + which + " is missing: it must be a text");
    }
    return text;
  }

  private static StartFailure wrong(String what) {
    return new StartFailure("the world file cannot be used: satusehat: " + what);
  }
}
