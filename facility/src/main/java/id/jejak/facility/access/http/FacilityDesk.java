package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Facility.Room;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.store.FacilityStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The facility of whoever asks, and where its rooms are. Thread-safe. */
final class FacilityDesk {
  /** An id of a resource on the SATUSEHAT platform, as FHIR has it. */
  static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  private final Db db;
  private final FacilityStore store;
  private final Audit audit;

  FacilityDesk(Db db, FacilityStore store, Audit audit) {
    this.db = db;
    this.store = store;
    this.audit = audit;
  }

  Response read(Actor actor) {
    return store.byId(actor.facility()).map(one -> Response.json(200, Json.write(shown(one))))
        .orElseGet(() -> Problem.NOT_FOUND.response("facility"));
  }

  Response change(Actor actor, Request request) {
    var fields = Fields.body(request);
    var changed = db.transaction(tx -> {
      var before = store.locked(tx, actor.facility()).orElseThrow(() -> Stop.with(Problem.NOT_FOUND, "facility"));
      var after = new Facility(before.id(), before.name(), before.kind(), before.sarana(), before.organization(),
          before.ppk(), before.zone(), room(fields, "clinic", before.clinic()),
          room(fields, "pharmacy", before.pharmacy()));
      store.changeRooms(tx, after);
      audit.note(tx, new Why(actor, AccessOperations.CHANGE_FACILITY.id(), Purpose.OPERATION), Audit.Deed.WRITE,
          Audit.NO_PATIENT);
      return after;
    });
    store.forget();
    return Response.json(200, Json.write(shown(changed)));
  }

  private static Optional<Room> room(Fields fields, String which, Optional<Room> before) {
    var location = fields.has(which + "_location") ? fields.optional(which + "_location", Limits.NAME)
        : before.map(Room::location).orElse("");
    var name = fields.has(which + "_name") ? fields.optional(which + "_name", Limits.NAME)
        : before.map(Room::name).filter(_ -> !location.isEmpty()).orElse("");
    if (location.isEmpty() && name.isEmpty()) {
      return Optional.empty();
    }
    if (!LOCATION.matcher(location).matches()) {
      throw Fields.invalid(which + "_location", location.isEmpty() ? "must be there, since the room has a name"
          : "must have 1 to 64 letters, digits, hyphens and dots");
    }
    return Optional.of(new Room(location, name));
  }

  static Map<String, Object> shown(Facility one) {
    return Tree.of("id", one.id(), "name", one.name(), "kind", one.kind().name().toLowerCase(Locale.ROOT),
        "sarana", one.sarana().orElse(null), "organization", one.organization().orElse(null), "ppk",
        one.ppk().orElse(null), "zone", one.zone().name(),
        "clinic_location", one.clinic().map(Room::location).orElse(null),
        "clinic_name", one.clinic().map(Room::name).orElse(null),
        "pharmacy_location", one.pharmacy().map(Room::location).orElse(null),
        "pharmacy_name", one.pharmacy().map(Room::name).orElse(null));
  }
}
