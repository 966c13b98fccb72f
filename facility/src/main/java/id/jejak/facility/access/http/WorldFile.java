package id.jejak.facility.access.http;

import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Role;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.store.FacilityStore;
import id.jejak.facility.access.store.StaffStore;
import id.jejak.facility.access.store.StaffStore.Staff;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.ids.Password;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * The {@code facilities} and {@code staff} of a world file: one's own facilities and their first administrators, put in at
 * the first start. Everything or nothing, and a member that is not known stops the start.
 */
final class WorldFile {
  private static final Set<String> FACILITY =
      Set.of("id", "name", "kind", "sarana", "organization", "ppk", "zone", "clinic_location", "clinic_name",
          FacilityDesk.POLYCLINICS, "pharmacy_location", "pharmacy_name", "homepage", "emergency_contact",
          "prescription_contact");
  private static final Set<String> POLYCLINIC = Set.of("code", "location", "name");
  private static final Set<String> STAFF = Set.of("username", "name", "password", "facility", "roles", "external",
      "practitioner");

  private final Db db;
  private final FacilityStore facilities;
  private final StaffStore staff;
  private final Ids ids;
  private final SecureRandom random;
  private final InstantSource clock;

  WorldFile(Db db, FacilityStore facilities, StaffStore staff, Ids ids, SecureRandom random, InstantSource clock) {
    this.db = db;
    this.facilities = facilities;
    this.staff = staff;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  void load(JsonNode world) {
    db.transaction(tx -> {
      if (facilities.empty(tx)) {
        int at = 0;
        for (var one : world.path("facilities")) {
          addFacility(tx, one, "facility.facilities[" + at++ + "]");
        }
        at = 0;
        for (var one : world.path("staff")) {
          addStaff(tx, one, world, "facility.staff[" + at++ + "]");
        }
      }
      return true;
    });
    facilities.forget();
  }

  private void addFacility(Handle tx, JsonNode one, String where) {
    known(one, FACILITY, where);
    facilities.add(tx, new Facility(text(one, "id", where), text(one, "name", where),
        choice(Facility.Kind.class, text(one, "kind", where), where + ".kind"),
        one.has("sarana") ? Optional.of(one.path("sarana").asInt()) : Optional.empty(), optional(one, "organization"),
        optional(one, "ppk"), choice(Facility.Zone.class, text(one, "zone", where), where + ".zone"),
        room(one, "clinic", where), polyclinics(one, where + "." + FacilityDesk.POLYCLINICS),
        room(one, "pharmacy", where), letterhead(one, where)));
  }

  private static Optional<Facility.Room> room(JsonNode one, String which, String where) {
    var location = optional(one, which + "_location");
    var name = optional(one, which + "_name");
    if (location.map(text -> !FacilityDesk.LOCATION.matcher(text).matches()).orElse(name.isPresent())) {
      throw new StartFailure(where + "." + which + "_location must be the id of a Location of SATUSEHAT's: 1 to 64"
          + " letters, digits, hyphens and dots; a name alone says nothing there");
    }
    return location.map(id -> new Facility.Room(id, name.orElse("")));
  }

  private static Map<String, Facility.Room> polyclinics(JsonNode one, String where) {
    var all = new TreeMap<String, Facility.Room>();
    int at = 0;
    for (var room : one.path(FacilityDesk.POLYCLINICS)) {
      var place = where + "[" + at++ + "]";
      known(room, POLYCLINIC, place);
      var code = text(room, "code", place);
      var location = text(room, "location", place);
      if (!FacilityDesk.CODE.matcher(code).matches() || !FacilityDesk.LOCATION.matcher(location).matches()) {
        throw new StartFailure(place + " must have a code of the queue's, 1 to 20 letters, digits and hyphens, and a location,"
            + " the id of a Location of SATUSEHAT's");
      }
      if (all.put(code, new Facility.Room(location, optional(room, "name").orElse(""))) != null) {
        throw new StartFailure(place + ".code stands twice");
      }
    }
    return all;
  }

  private static Facility.Letterhead letterhead(JsonNode one, String where) {
    return new Facility.Letterhead(link(one, "homepage", where), link(one, "emergency_contact", where),
        link(one, "prescription_contact", where));
  }

  private static Optional<String> link(JsonNode one, String name, String where) {
    var said = optional(one, name);
    if (said.filter(text -> !FacilityDesk.LINK.matcher(text).matches()).isPresent()) {
      throw new StartFailure(where + "." + name + " " + FacilityDesk.NO_LINK);
    }
    return said;
  }

  private void addStaff(Handle tx, JsonNode one, JsonNode world, String where) {
    known(one, STAFF, where);
    var facility = text(one, "facility", where);
    if (world.path("facilities").valueStream().noneMatch(place -> place.path("id").asString("").equals(facility))) {
      throw new StartFailure(where + ".facility is none of facility.facilities");
    }
    var roles = new TreeSet<Role>();
    for (var word : one.path("roles")) {
      roles.add(Role.of(word.asString("")).orElseThrow(() ->
          new StartFailure(where + ".roles holds something that is no role")));
    }
    var password = text(one, "password", where);
    if (password.length() < Limits.PASSWORD_LEAST || roles.isEmpty()) {
      throw new StartFailure(where + " needs a password of at least " + Limits.PASSWORD_LEAST
          + " characters and at least one role");
    }
    var account = new Staff(ids.next(), text(one, "username", where).toLowerCase(Locale.ROOT), text(one, "name", where),
        Password.of(password, random), true, optional(one, "external"), practitioner(one, where));
    if (!staff.add(tx, account, clock.instant())) {
      throw new StartFailure(where + ".username stands twice, or external or practitioner does");
    }
    staff.setRoles(tx, facility, account.id(), roles);
  }

  private static Optional<String> practitioner(JsonNode one, String where) {
    var number = optional(one, "practitioner");
    if (number.filter(text -> !StaffDesk.PRACTITIONER.matcher(text).matches()).isPresent()) {
      throw new StartFailure(where + ".practitioner must be a number of SATUSEHAT's: 1 to 30 letters and digits");
    }
    return number;
  }

  private static void known(JsonNode one, Set<String> members, String where) {
    for (var name : one.propertyNames()) {
      if (!members.contains(name)) {
        throw new StartFailure(where + " has a member " + name + ", known: "
            + String.join(", ", new TreeSet<>(members)));
      }
    }
  }

  private static String text(JsonNode one, String name, String where) {
    return optional(one, name).orElseThrow(() -> new StartFailure(where + "." + name + " is missing"));
  }

  private static Optional<String> optional(JsonNode one, String name) {
    return one.path(name).isString() && !one.path(name).asString().isBlank()
        ? Optional.of(one.path(name).asString()) : Optional.empty();
  }

  private static <T extends Enum<T>> T choice(Class<T> type, String word, String where) {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new StartFailure(where + " is none of " + java.util.Arrays.toString(type.getEnumConstants()), e);
    }
  }
}
