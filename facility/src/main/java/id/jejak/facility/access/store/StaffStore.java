package id.jejak.facility.access.store;

import id.jejak.facility.access.Practitioner;
import id.jejak.facility.access.Role;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.ids.Password;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Staff, and what they are at which facility. Stateless, thread-safe. */
public final class StaffStore {
  /**
   * Somebody who may log in.
   *
   * @param external their name at the identity provider
   * @param practitioner their number on the SATUSEHAT platform, such as {@code 10001915884}
   */
  public record Staff(long id, String username, String name, Password password, boolean active,
      Optional<String> external, Optional<String> practitioner) {}

  /** Somebody at one facility. */
  public record Member(Staff staff, Set<Role> roles) {}

  /** The account of a username. */
  public Optional<Staff> byUsername(Handle handle, String username) {
    return handle.createQuery("""
            select id, username, name, salt, verifier, active, external, practitioner
              from access.staff
             where username = :username
            """).bind("username", username).map((row, _) -> staff(row)).findOne();
  }

  /** The account that belongs to a name at the identity provider. */
  public Optional<Staff> byExternal(Handle handle, String external) {
    return handle.createQuery("""
            select id, username, name, salt, verifier, active, external, practitioner
              from access.staff
             where external = :external
            """).bind("external", external).map((row, _) -> staff(row)).findOne();
  }

  /** The account of somebody with a number on the SATUSEHAT platform. */
  public Optional<Staff> byPractitioner(Handle handle, String practitioner) {
    return handle.createQuery("""
            select id, username, name, salt, verifier, active, external, practitioner
              from access.staff
             where practitioner = :practitioner
            """).bind("practitioner", practitioner).map((row, _) -> staff(row)).findOne();
  }

  /** Those who have a number on the SATUSEHAT platform. */
  public Map<Long, Practitioner> practitioners(Handle handle, Collection<Long> ids) {
    return PRACTITIONERS.in(handle).longs("ids", ids).list(row -> Map.entry(row.getLong("id"),
        new Practitioner(row.getString("practitioner"), row.getString("name")))).stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static final Sql PRACTITIONERS = Sql.of("""
      select id, practitioner, name
        from access.staff
       where id = any(:ids)
         and practitioner is not null
       order by id
      """);

  /** Facilities at which somebody has a role, by id. */
  public List<String> facilitiesOf(Handle handle, long staff) {
    return handle.createQuery("select distinct facility from access.staff_role where staff = :staff order by facility")
        .bind("staff", staff).mapTo(String.class).list();
  }

  /** Everybody with a role at a facility, by username. */
  public List<Member> of(Handle handle, String facility) {
    return handle.createQuery("""
            select s.id, s.username, s.name, s.salt, s.verifier, s.active, s.external, s.practitioner,
                   array_agg(r.role order by r.role) as roles
              from access.staff_role r
              join access.staff s on s.id = r.staff
             where r.facility = :facility
             group by s.id
             order by s.username
             limit 10000
            """).bind("facility", facility)
        .map((row, _) -> new Member(staff(row), roles(row.getArray("roles")))).list();
  }

  /** Somebody with a role at a facility. */
  public Optional<Member> member(Handle handle, String facility, long id) {
    return handle.createQuery("""
            select s.id, s.username, s.name, s.salt, s.verifier, s.active, s.external, s.practitioner,
                   array_agg(r.role order by r.role) as roles
              from access.staff_role r
              join access.staff s on s.id = r.staff
             where r.facility = :facility
               and r.staff = :id
             group by s.id
            """).bind("facility", facility).bind("id", id)
        .map((row, _) -> new Member(staff(row), roles(row.getArray("roles")))).findOne();
  }

  /** Names of some, for lists. */
  public List<Staff> byIds(Handle handle, Collection<Long> ids) {
    return handle.createQuery("""
            select id, username, name, salt, verifier, active, external, practitioner
              from access.staff
             where id = any(:ids)
             order by id
            """).bind("ids", SqlArray.longs(ids)).map((row, _) -> staff(row)).list();
  }

  /**
   * Adds an account.
   *
   * @return false when the username, the external name or the practitioner's number is taken
   */
  public boolean add(Handle tx, Staff staff, Instant now) {
    return tx.createUpdate("""
            insert into access.staff (id, username, name, salt, verifier, active, external, practitioner, created_at)
            values (:id, :username, :name, :salt, :verifier, :active, :external, :practitioner, :now)
                on conflict do nothing
            """).bind("id", staff.id()).bind("username", staff.username()).bind("name", staff.name())
        .bind("salt", staff.password().salt()).bind("verifier", staff.password().verifier())
        .bind("active", staff.active()).bind("external", staff.external().orElse(null))
        .bind("practitioner", staff.practitioner().orElse(null)).bind("now", now)
        .execute() == 1;
  }

  /** Writes an account anew, but for its username. */
  public void change(Handle tx, Staff staff) {
    tx.createUpdate("""
            update access.staff
               set name = :name, salt = :salt, verifier = :verifier, active = :active, external = :external,
                   practitioner = :practitioner
             where id = :id
            """).bind("name", staff.name()).bind("salt", staff.password().salt())
        .bind("verifier", staff.password().verifier()).bind("active", staff.active())
        .bind("external", staff.external().orElse(null)).bind("practitioner", staff.practitioner().orElse(null))
        .bind("id", staff.id()).execute();
  }

  /** Writes what somebody is at a facility. */
  public void setRoles(Handle tx, String facility, long staff, Collection<Role> roles) {
    tx.createUpdate("delete from access.staff_role where facility = :facility and staff = :staff")
        .bind("facility", facility).bind("staff", staff).execute();
    tx.createUpdate("""
            insert into access.staff_role (facility, staff, role)
            select :facility, :staff, role
              from unnest(:roles) as role
            """).bind("facility", facility).bind("staff", staff)
        .bind("roles", SqlArray.texts(roles.stream().map(Role::word).toList())).execute();
  }

  /** How many open accounts have a role at a facility. */
  public int count(Handle tx, String facility, Role role) {
    return tx.createQuery("""
            select count(*)
              from access.staff_role r
              join access.staff s on s.id = r.staff
             where r.facility = :facility
               and r.role = :role
               and s.active
            """).bind("facility", facility).bind("role", role.word()).mapTo(Integer.class).one();
  }

  static Set<Role> roles(java.sql.Array array) throws SQLException {
    var roles = new TreeSet<Role>();
    for (var word : new ArrayList<>(Arrays.asList((String[]) array.getArray()))) {
      roles.add(Role.of(word).orElseThrow(() -> new IllegalStateException("a role that this program does not know")));
    }
    return roles;
  }

  private static Staff staff(ResultSet row) throws SQLException {
    return new Staff(row.getLong("id"), row.getString("username"), row.getString("name"),
        new Password(row.getBytes("salt"), row.getBytes("verifier")), row.getBoolean("active"),
        Optional.ofNullable(row.getString("external")), Optional.ofNullable(row.getString("practitioner")));
  }
}
