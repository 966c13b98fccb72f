package id.jejak.app.web.staff;

import id.jejak.app.web.ground.Worker;
import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Role;
import id.jejak.kernel.config.Secret;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A member of staff who is logged in at a facility. Immutable.
 *
 * @param token of the access session; goes with every question to the facility's API
 * @param id number of the account
 * @param glass true while one of the roles was taken by breaking the glass
 * @param queue whether the facility has a queue, as hospitals do
 * @param elsewhere facilities where the person works as well
 * @param asked when the roles were last asked for
 */
public record Staff(Secret token, String id, String username, String name, String facility, String facilityName,
    Set<Role> roles, boolean glass, boolean queue, List<Place> elsewhere, Instant asked) implements Worker {
  private static final Set<Permission> OF_QUEUE = EnumSet.of(Permission.QUEUE_READ, Permission.QUEUE_WORK,
      Permission.SCHEDULE_WRITE);

  /** A facility that one may go to. */
  public record Place(String id, String name) {}

  /** A copy that nobody changes. */
  public Staff {
    roles = Set.copyOf(roles);
    elsewhere = List.copyOf(elsewhere);
  }

  @Override
  public boolean may(Permission permission) {
    return permission.roles().stream().anyMatch(roles::contains) && (queue || !OF_QUEUE.contains(permission));
  }

  @Override
  public String toString() {
    return "Staff[" + id + " at " + facility + ", ***]";
  }
}
