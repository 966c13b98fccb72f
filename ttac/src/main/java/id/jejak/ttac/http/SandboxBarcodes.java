package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.store.Event;
import id.jejak.ttac.store.RegisterStore;
import id.jejak.ttac.store.RegisterStore.Holder;
import id.jejak.ttac.store.RegisterStore.Lot;
import id.jejak.ttac.store.RegisterStore.NewUnit;
import id.jejak.ttac.store.SaranaStore;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /sandbox/ttac/barcodes}: puts packs where a test wants them, at a facility, at any level, inside each
 * other, in any status. Not part of the contract, and served only in the sandbox.
 */
final class SandboxBarcodes {
  /** Bytes of one request: a hundred thousand barcodes with their parents. */
  private static final int BODY = 64 * 1024 * 1024;

  private final Db db;
  private final SaranaStore saranas;
  private final RegisterStore registers;
  private final Barcodes barcodes;
  private final InstantSource clock;

  SandboxBarcodes(Db db, SaranaStore saranas, RegisterStore registers, Barcodes barcodes, InstantSource clock) {
    this.db = db;
    this.saranas = saranas;
    this.registers = registers;
    this.barcodes = barcodes;
    this.clock = clock;
  }

  /** What is wrong with the given packs, and what to do. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  Response seed(Request request) {
    try {
      var json = Json.read(request.body().bytes(BODY));
      int registered = db.transaction(tx -> place(tx, json, request.id()));
      return Response.json(200, Json.write(Map.of("registered", registered, "sarana_id",
          json.path("sarana_id").asInt())));
    } catch (Json.Unreadable e) {
      return wrong("the body is no readable JSON: send {\"sarana_id\", \"nie\", \"batch_no\", \"exp_date\","
          + " \"barcodes\": [{\"barcode\", \"level\", \"parent\"?, \"status\"?}]}");
    } catch (Wrong e) {
      return wrong(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Places packs as described; also what a world file does.
   *
   * @return how many
   * @throws Wrong when something is wrong; the transaction must be rolled back
   */
  int place(Handle tx, JsonNode json, String request) {
    int sarana = sarana(tx, json);
    var units = units(json);
    register(tx, sarana, units, request);
    return units.size();
  }

  private static Response wrong(String what) {
    return Response.json(400, Json.write(Map.of("error", what)));
  }

  private int sarana(Handle tx, JsonNode json) {
    int id = json.path("sarana_id").asInt(0);
    if (saranas.byId(tx, id).isEmpty()) {
      throw new Wrong("sarana_id " + id + " is unknown: take one of GET /sandbox/world");
    }
    return id;
  }

  private List<NewUnit> units(JsonNode json) {
    var lot = new Lot(json.path("nie").asString("GKL1222251043A1"), json.path("batch_no").asString("BATCH1"),
        expiry(json.path("exp_date").asString("2030-12-31")));
    if (!json.path("barcodes").isArray() || json.path("barcodes").isEmpty()) {
      throw new Wrong("barcodes must be a list with at least one {\"barcode\", \"level\"}");
    }
    var units = new ArrayList<NewUnit>();
    for (var one : json.path("barcodes")) {
      units.add(unit(one, lot));
    }
    units.sort(Comparator.comparing((NewUnit unit) -> unit.level().number()).reversed());
    return units;
  }

  private NewUnit unit(JsonNode one, Lot lot) {
    var barcode = one.path("barcode").asString("").strip();
    if (barcode.isEmpty()) {
      throw new Wrong("every entry of barcodes needs a barcode");
    }
    var level = Level.ofWord(one.path("level").asString("primer")).orElseThrow(() ->
        new Wrong("level of " + barcode + " must be primer, sekunder or tersier"));
    var status = Status.ofWord(one.path("status").asString("active")).orElseThrow(() ->
        new Wrong("status of " + barcode + " must be active, registered, sample or reject"));
    var parent = one.path("parent").asString("").strip();
    return new NewUnit(key(barcode), barcode, level, status, level == Level.PRIMER ? lot : null,
        parent.isEmpty() ? null : key(parent));
  }

  private String key(String barcode) {
    return barcodes.keys(barcode).getFirst();
  }

  private static LocalDate expiry(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Wrong("exp_date \"" + text + "\" must be a date as yyyy-mm-dd");
    }
  }

  private void register(Handle tx, int sarana, List<NewUnit> units, String request) {
    var levels = new HashMap<String, Level>();
    units.forEach(unit -> levels.put(unit.key(), unit.level()));
    var outside = units.stream().map(NewUnit::parent).filter(java.util.Objects::nonNull)
        .filter(parent -> !levels.containsKey(parent)).distinct().toList();
    var known = new HashMap<String, Holder>();
    barcodes.lockKeys(tx, outside).forEach((key, pack) -> {
      @Nullable Long above = pack.isRoot() ? null : pack.ancestors().getFirst();
      known.put(key, new Holder(pack.id(), above));
      levels.put(key, pack.level());
    });
    for (var unit : units) {
      if (unit.parent() != null) {
        var above = levels.get(unit.parent());
        if (above == null) {
          throw new Wrong("parent of " + unit.barcode() + " is unknown: give it in the same request or before");
        }
        if (above.number() <= unit.level().number()) {
          throw new Wrong("parent of " + unit.barcode() + " must be of a higher level");
        }
      }
    }
    var event = Event.now(Event.Kind.REGISTER, clock.instant(), sarana, request);
    registers.register(tx, units, known, event).ifPresent(key -> {
      throw new Wrong("a barcode is known already or given twice: "
          + units.stream().filter(unit -> unit.key().equals(key)).findFirst().map(NewUnit::barcode).orElse(key));
    });
  }
}
