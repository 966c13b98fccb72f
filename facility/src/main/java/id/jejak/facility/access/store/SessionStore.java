package id.jejak.facility.access.store;

import id.jejak.facility.access.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who is logged in. Tokens are kept hashed. Stateless, thread-safe. */
public final class SessionStore {
  /**
   * A session as it stands.
   *
   * @param extra roles taken by breaking the glass, which end at {@code extraEnd}
   */
  public record Session(long staff, String username, String name, String facility, boolean active, Instant seen,
      Instant end, Set<Role> roles, Set<Role> extra, Instant extraEnd) {}

  /** Starts one. */
  public void start(Handle tx, byte[] token, long staff, String facility, Instant now, Instant end) {
    tx.createUpdate("""
            insert into access.session (token, staff, facility, started_at, seen_at, ends_at)
            values (:token, :staff, :facility, :now, :now, :end)
            """).bind("token", token).bind("staff", staff).bind("facility", facility).bind("now", now).bind("end", end)
        .execute();
  }

  /** The session of a token, with the roles of this moment. */
  public Optional<Session> byToken(Handle handle, byte[] token, Instant now) {
    return handle.createQuery("""
            select s.staff, f.username, f.name, s.facility, f.active, s.seen_at, s.ends_at,
                   array(select r.role
                           from access.staff_role r
                          where r.facility = s.facility
                            and r.staff = s.staff
                          order by r.role) as roles,
                   array(select g.role
                           from access.glass g
                          where g.staff = s.staff
                            and g.facility = s.facility
                            and g.ends_at > :now
                          order by g.role) as extra,
                   (select min(g.ends_at)
                      from access.glass g
                     where g.staff = s.staff
                       and g.facility = s.facility
                       and g.ends_at > :now) as extra_end
              from access.session s
              join access.staff f on f.id = s.staff
             where s.token = :token
            """).bind("token", token).bind("now", now)
        .map((row, _) -> {
          var extraEnd = row.getObject("extra_end", OffsetDateTime.class);
          return new Session(row.getLong("staff"), row.getString("username"), row.getString("name"),
              row.getString("facility"), row.getBoolean("active"),
              row.getObject("seen_at", OffsetDateTime.class).toInstant(),
              row.getObject("ends_at", OffsetDateTime.class).toInstant(), StaffStore.roles(row.getArray("roles")),
              StaffStore.roles(row.getArray("extra")), extraEnd == null ? Instant.MAX : extraEnd.toInstant());
        }).findOne();
  }

  /** Notes that a session was used. */
  public void seen(Handle tx, byte[] token, Instant now) {
    tx.createUpdate("update access.session set seen_at = :now where token = :token and seen_at < :now")
        .bind("now", now).bind("token", token).execute();
  }

  /** Ends one. */
  public void end(Handle tx, byte[] token) {
    tx.createUpdate("delete from access.session where token = :token").bind("token", token).execute();
  }

  /** Ends all of somebody. */
  public void endAll(Handle tx, long staff) {
    tx.createUpdate("delete from access.session where staff = :staff").bind("staff", staff).execute();
  }

  /** Removes what has ended. */
  public void sweep(Handle tx, Instant now) {
    tx.createUpdate("delete from access.session where ends_at < :now").bind("now", now).execute();
    tx.createUpdate("delete from access.oidc_attempt where ends_at < :now").bind("now", now).execute();
  }
}
