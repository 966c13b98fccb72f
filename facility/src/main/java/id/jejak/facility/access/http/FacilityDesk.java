package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Facility.Letterhead;
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
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The facility of whoever asks, where its rooms are, and where it can be reached. Thread-safe. */
final class FacilityDesk {
  /** An id of a resource on the SATUSEHAT platform, as FHIR has it. */
  static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final String NO_LOCATION = "must have 1 to 64 letters, digits, hyphens and dots";
  /** The queue's code of a polyclinic, which is BPJS's. */
  static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,20}");
  /** The member that has the rooms of single polyclinics. */
  static final String POLYCLINICS = "polyclinics";
  /** An address that a person can follow; at most 200 characters. */
  static final Pattern LINK = Pattern.compile("(?=.{1,200}$)(https?://|tel:|mailto:)[^\\s<>\"]+");
  /** Said of a link that is none. */
  static final String NO_LINK = "must begin with https://, http://, tel: or mailto:, without blanks, at most 200 characters";

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
          before.ppk(), before.zone(), room(fields, "clinic", before.clinic()), polyclinics(fields, before.polyclinics()),
          room(fields, "pharmacy", before.pharmacy()), letterhead(fields, before.letterhead()));
      store.change(tx, after);
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
          : NO_LOCATION);
    }
    return Optional.of(new Room(location, name));
  }

  /** Those that are named change, others stay. */
  private static Map<String, Room> polyclinics(Fields fields, Map<String, Room> before) {
    var after = new TreeMap<>(before);
    int at = 0;
    for (var one : fields.objects(POLYCLINICS, Limits.POLYCLINICS)) {
      var where = POLYCLINICS + "[" + at++ + "]";
      var code = one.optional("code", Limits.NAME);
      var location = one.optional("location", Limits.NAME);
      if (!CODE.matcher(code).matches()) {
        throw Fields.invalid(where + ".code", "must be the queue's code of a polyclinic: 1 to 20 letters, digits and hyphens");
      }
      if (!location.isEmpty() && !LOCATION.matcher(location).matches()) {
        throw Fields.invalid(where + ".location", NO_LOCATION);
      }
      if (location.isEmpty()) {
        after.remove(code);
      } else {
        after.put(code, new Room(location, one.optional("name", Limits.NAME)));
      }
    }
    if (after.size() > Limits.POLYCLINICS) {
      throw Fields.invalid(POLYCLINICS, "may be " + Limits.POLYCLINICS + " at most, with those that are there already");
    }
    return after;
  }

  private static Letterhead letterhead(Fields fields, Letterhead before) {
    return new Letterhead(link(fields, "homepage", before.homepage()), link(fields, "emergency_contact", before.emergency()),
        link(fields, "prescription_contact", before.confirmation()));
  }

  private static Optional<String> link(Fields fields, String name, Optional<String> before) {
    if (!fields.has(name)) {
      return before;
    }
    var said = Optional.of(fields.optional(name, Limits.NAME)).filter(text -> !text.isEmpty());
    if (said.filter(text -> !LINK.matcher(text).matches()).isPresent()) {
      throw Fields.invalid(name, NO_LINK);
    }
    return said;
  }

  static Map<String, Object> shown(Facility one) {
    return Tree.of("id", one.id(), "name", one.name(), "kind", one.kind().name().toLowerCase(Locale.ROOT),
        "sarana", one.sarana().orElse(null), "organization", one.organization().orElse(null), "ppk",
        one.ppk().orElse(null), "zone", one.zone().name(),
        "clinic_location", one.clinic().map(Room::location).orElse(null),
        "clinic_name", one.clinic().map(Room::name).orElse(null),
        POLYCLINICS, one.polyclinics().entrySet().stream().map(room -> Tree.of("code", room.getKey(), "location",
            room.getValue().location(), "name", room.getValue().name())).toList(),
        "pharmacy_location", one.pharmacy().map(Room::location).orElse(null),
        "pharmacy_name", one.pharmacy().map(Room::name).orElse(null),
        "homepage", one.letterhead().homepage().orElse(null),
        "emergency_contact", one.letterhead().emergency().orElse(null),
        "prescription_contact", one.letterhead().confirmation().orElse(null));
  }
}
