package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Person;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.store.FacilityStore;
import id.jejak.facility.access.store.PatientStore;
import id.jejak.facility.access.store.StaffStore;
import id.jejak.facility.access.store.StaffStore.Staff;
import id.jejak.facility.access.store.WorldStore;
import id.jejak.kernel.db.Db;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes the demo world. */
final class Demo {
  private static final Instant SINCE = Instant.parse("2024-01-02T01:00:00Z");

  private final Db db;
  private final WorldStore world;
  private final FacilityStore facilities;
  private final StaffStore staff;
  private final PatientStore patients;

  Demo(Db db, WorldStore world, FacilityStore facilities, StaffStore staff, PatientStore patients) {
    this.db = db;
    this.world = world;
    this.facilities = facilities;
    this.staff = staff;
    this.patients = patients;
  }

  /** Makes the demo world when no facility is known. */
  void prepare() {
    db.transaction(tx -> {
      if (facilities.empty(tx)) {
        fill(tx);
      }
      return true;
    });
    facilities.forget();
  }

  /** Throws everything away and makes the demo world anew. */
  void reset() {
    db.transaction(tx -> {
      world.clear(tx);
      fill(tx);
      return true;
    });
    facilities.forget();
  }

  private void fill(Handle tx) {
    for (var one : DemoWorld.STAFF) {
      staff.add(tx, new Staff(one.id(), one.username(), one.name(), DemoWorld.HASHED, true, Optional.empty(),
          one.practitioner()), SINCE);
      staff.setRoles(tx, one.facility(), one.id(), one.roles());
    }
    for (var facility : DemoWorld.FACILITIES) {
      facilities.add(tx, facility);
      var why = new Why(Actor.program(facility.id()), "access.demo.fill", Purpose.OPERATION);
      var people = new LinkedHashMap<Long, Person>();
      DemoWorld.patients(facility).forEach(person -> people.put(DemoWorld.FIRST_PATIENT + people.size(), person));
      patients.putAll(tx, why, people);
    }
  }
}
