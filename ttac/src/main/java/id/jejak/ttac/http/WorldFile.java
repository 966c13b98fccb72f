package id.jejak.ttac.http;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Password;
import id.jejak.ttac.store.WorldStore;
import id.jejak.ttac.store.WorldStore.NewAccount;
import id.jejak.ttac.store.WorldStore.NewSarana;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code ttac} part of a world file: one's own facilities, accounts, targets and packs, put into an empty TTAC at
 * the first start. Everything or nothing, and a member that is not known stops the start.
 */
final class WorldFile {
  private static final Set<String> MEMBERS = Set.of("sarana", "accounts", "targets", "barcodes");
  private static final Set<String> SARANA = Set.of("id", "id_group", "nama", "alamat", "no_telp", "fax", "provinsi",
      "kota", "latitude", "longitude", "npwp", "peran", "aktif");
  private static final Set<String> ACCOUNT = Set.of("email", "password", "name", "phone", "sarana_id");

  private final Db db;
  private final WorldStore store;
  private final SandboxBarcodes packs;
  private final InstantSource clock;
  private final SecureRandom random;

  WorldFile(Db db, WorldStore store, SandboxBarcodes packs, InstantSource clock, SecureRandom random) {
    this.db = db;
    this.store = store;
    this.packs = packs;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Fills an empty TTAC; one that knows a facility already stays as it is.
   *
   * @throws StartFailure when something in the file is wrong; nothing is kept then
   */
  void load(JsonNode world) {
    known(world, MEMBERS, "ttac");
    db.transaction(tx -> {
      if (store.empty(tx)) {
        fill(tx, world);
      }
      return true;
    });
  }

  private void fill(Handle tx, JsonNode world) {
    var saranas = saranas(world.path("sarana"));
    var ids = new HashSet<Integer>();
    saranas.forEach(one -> {
      if (!ids.add(one.id())) {
        throw wrong("sarana " + one.id() + " is there twice");
      }
    });
    store.addSarana(tx, saranas, clock.instant());
    int account = 0;
    var emails = new HashSet<String>();
    for (var one : world.path("accounts")) {
      addAccount(tx, one, ++account, ids, emails);
    }
    addTargets(tx, world.path("targets"), ids);
    for (var one : world.path("barcodes")) {
      try {
        packs.place(tx, one, "world");
      } catch (SandboxBarcodes.Wrong e) {
        throw wrong("barcodes: " + e.getMessage());
      }
    }
  }

  private static List<NewSarana> saranas(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw wrong("sarana must be a list with at least one facility");
    }
    var saranas = new ArrayList<NewSarana>();
    for (var one : list) {
      known(one, SARANA, "ttac.sarana");
      saranas.add(new NewSarana(number(one, "id"), one.path("id_group").asInt(0), text(one, "nama"),
          text(one, "alamat"), text(one, "no_telp"), optional(one, "fax"), optional(one, "provinsi"),
          optional(one, "kota"), optional(one, "latitude"), optional(one, "longitude"), optional(one, "npwp"),
          text(one, "peran"), one.path("aktif").asBoolean(true)));
    }
    return saranas;
  }

  private void addAccount(Handle tx, JsonNode one, int id, Set<Integer> saranas, Set<String> emails) {
    known(one, ACCOUNT, "ttac.accounts");
    var email = text(one, "email");
    int sarana = number(one, "sarana_id");
    if (!saranas.contains(sarana)) {
      throw wrong("account " + id + " is of sarana " + sarana + ", which is not in the file");
    }
    if (!emails.add(email.toLowerCase(java.util.Locale.ROOT))) {
      throw wrong("account " + id + " has the e-mail address of an earlier one");
    }
    store.addAccount(tx, new NewAccount(id, sarana, email, text(one, "name"), optional(one, "phone"), ""),
        Password.of(text(one, "password"), random), clock.instant());
  }

  /** Without a list of {@code [from, to]} pairs everyone may send to everyone. */
  private void addTargets(Handle tx, JsonNode list, Set<Integer> saranas) {
    if (list.isMissingNode()) {
      store.addTargets(tx, 0, 0);
      return;
    }
    for (var pair : list) {
      int from = pair.path(0).asInt(0);
      int to = pair.path(1).asInt(0);
      if (!saranas.contains(from) || !saranas.contains(to) || from == to) {
        throw wrong("targets: [" + from + ", " + to + "] must be two different sarana of the file");
      }
      store.addTarget(tx, from, to);
    }
  }

  private static void known(JsonNode node, Set<String> members, String where) {
    if (!node.isObject()) {
      throw wrong(where + " must be an object");
    }
    for (var name : node.propertyNames()) {
      if (!members.contains(name)) {
        throw wrong("unknown member " + name + " in " + where + ", known: "
            + String.join(", ", new java.util.TreeSet<>(members)));
      }
    }
  }

  private static String text(JsonNode node, String name) {
    var text = node.path(name).asString("").strip();
    if (text.isEmpty()) {
      throw wrong(name + " is missing in an entry: it must be a text");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asString("") : null;
  }

  private static int number(JsonNode node, String name) {
    int number = node.path(name).asInt(0);
    if (number < 1) {
      throw wrong(name + " is missing in an entry: it must be a number from 1");
    }
    return number;
  }

  private static StartFailure wrong(String what) {
    return new StartFailure("the world file cannot be used: " + what);
  }
}
