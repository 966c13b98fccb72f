package id.jejak.facility.access.store;

import id.jejak.facility.access.Facilities;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Facility.Letterhead;
import id.jejak.facility.access.Facility.Room;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The facilities of this installation, remembered for a few seconds: they hardly ever change. Thread-safe. */
public final class FacilityStore implements Facilities {
  private static final Sql ADD_POLYCLINICS = Sql.of("""
      insert into access.polyclinic (facility, code, location, name)
      select :facility, one.code, one.location, one.name
        from unnest(:codes::text[], :locations::text[], :names::text[]) as one (code, location, name)
      """);

  private static final Duration KEPT = Duration.ofSeconds(5);

  private record Seen(List<Facility> all, long atNanos) {}

  private final Db db;
  private volatile Seen seen = new Seen(List.of(), System.nanoTime() - KEPT.toNanos());

  /** Facilities in a database. */
  public FacilityStore(Db db) {
    this.db = db;
  }

  @Override
  public List<Facility> all() {
    var now = seen;
    if (System.nanoTime() - now.atNanos < KEPT.toNanos()) {
      return now.all;
    }
    var fresh = db.read(FacilityStore::read);
    seen = new Seen(fresh, System.nanoTime());
    return fresh;
  }

  /** Looks anew the next time. */
  public void forget() {
    seen = new Seen(List.of(), System.nanoTime() - KEPT.toNanos());
  }

  /** Adds a facility. */
  public void add(Handle tx, Facility facility) {
    tx.createUpdate("""
            insert into access.facility (id, name, kind, sarana, organization, ppk, zone, clinic_location, clinic_name,
                                         pharmacy_location, pharmacy_name, homepage, emergency, confirmation)
            values (:id, :name, :kind, :sarana, :organization, :ppk, :zone, :clinicLocation, :clinicName,
                    :pharmacyLocation, :pharmacyName, :homepage, :emergency, :confirmation)
            """).bind("id", facility.id()).bind("name", facility.name()).bind("kind", facility.kind().name())
        .bind("sarana", facility.sarana().orElse(null)).bind("organization", facility.organization().orElse(null))
        .bind("ppk", facility.ppk().orElse(null)).bind("zone", facility.zone().name())
        .bindMap(told(facility)).execute();
    addPolyclinics(tx, facility);
  }

  private static void addPolyclinics(Handle tx, Facility facility) {
    var rooms = facility.polyclinics();
    ADD_POLYCLINICS.in(tx).text("facility", facility.id()).texts("codes", rooms.keySet())
        .texts("locations", rooms.values().stream().map(Room::location).toList())
        .texts("names", rooms.values().stream().map(Room::name).toList()).update();
  }

  /** Writes where its rooms are on the SATUSEHAT platform, and the links of its letterhead; nothing else of it changes. */
  public void change(Handle tx, Facility facility) {
    tx.createUpdate("""
            update access.facility
               set clinic_location = :clinicLocation, clinic_name = :clinicName,
                   pharmacy_location = :pharmacyLocation, pharmacy_name = :pharmacyName,
                   homepage = :homepage, emergency = :emergency, confirmation = :confirmation
             where id = :id
            """).bind("id", facility.id()).bindMap(told(facility)).execute();
    tx.createUpdate("delete from access.polyclinic where facility = :id").bind("id", facility.id()).execute();
    addPolyclinics(tx, facility);
  }

  private static Map<String, @Nullable String> told(Facility facility) {
    var all = new HashMap<String, @Nullable String>();
    all.put("clinicLocation", facility.clinic().map(Room::location).orElse(null));
    all.put("clinicName", facility.clinic().map(Room::name).orElse(null));
    all.put("pharmacyLocation", facility.pharmacy().map(Room::location).orElse(null));
    all.put("pharmacyName", facility.pharmacy().map(Room::name).orElse(null));
    all.put("homepage", facility.letterhead().homepage().orElse(null));
    all.put("emergency", facility.letterhead().emergency().orElse(null));
    all.put("confirmation", facility.letterhead().confirmation().orElse(null));
    return all;
  }

  /** One of them as it stands, which nobody else changes until the end of the transaction. */
  public Optional<Facility> locked(Handle tx, String id) {
    return tx.createQuery("""
            select id, name, kind, sarana, organization, ppk, zone, clinic_location, clinic_name, pharmacy_location,
                   pharmacy_name, homepage, emergency, confirmation
              from access.facility
             where id = :id
               for update
            """).bind("id", id).map((row, _) -> facility(row, polyclinics(tx).getOrDefault(id, Map.of()))).findOne();
  }

  /** Whether there is none. */
  public boolean empty(Handle handle) {
    return read(handle).isEmpty();
  }

  private static Map<String, Map<String, Room>> polyclinics(Handle handle) {
    var all = new HashMap<String, Map<String, Room>>();
    handle.createQuery("""
            select facility, code, location, name
              from access.polyclinic
             order by facility, code
            """).map((row, _) -> all.computeIfAbsent(row.getString("facility"), _ -> new HashMap<>())
            .put(row.getString("code"), new Room(row.getString("location"), row.getString("name")))).list();
    return all;
  }

  private static List<Facility> read(Handle handle) {
    var polyclinics = polyclinics(handle);
    return handle.createQuery("""
            select id, name, kind, sarana, organization, ppk, zone, clinic_location, clinic_name, pharmacy_location,
                   pharmacy_name, homepage, emergency, confirmation
              from access.facility
             order by id
            """).map((row, _) -> facility(row, polyclinics.getOrDefault(row.getString("id"), Map.of()))).list();
  }

  private static Facility facility(ResultSet row, Map<String, Room> polyclinics) throws SQLException {
    return new Facility(row.getString("id"), row.getString("name"), Facility.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getObject("sarana", Integer.class)), Optional.ofNullable(row.getString("organization")),
        Optional.ofNullable(row.getString("ppk")), Facility.Zone.valueOf(row.getString("zone")),
        room(row, "clinic"), polyclinics, room(row, "pharmacy"), new Letterhead(Optional.ofNullable(row.getString("homepage")),
            Optional.ofNullable(row.getString("emergency")), Optional.ofNullable(row.getString("confirmation"))));
  }

  private static Optional<Room> room(ResultSet row, String which) throws SQLException {
    var location = row.getString(which + "_location");
    return location == null ? Optional.empty()
        : Optional.of(new Room(location, Objects.requireNonNullElse(row.getString(which + "_name"), "")));
  }
}
