package id.jejak.facility.access;

import java.util.Set;

/**
 * Who does something: somebody who is logged in to one facility.
 *
 * @param staff number of the person; {@link #NOBODY} for work that no person started, {@link #BPJS} for what BPJS asked
 * @param name of the person, for labels and approvals
 * @param roles at this facility, those taken by breaking the glass among them
 * @param facility to which they are logged in; nothing of another one is theirs to see
 * @param glass whether a role was taken by breaking the glass
 */
public record Actor(long staff, String name, Set<Role> roles, String facility, boolean glass) {
  /** The number of no person. */
  public static final long NOBODY = 0;
  /** The number of BPJS's program, which calls the hospital's services for whoever holds Mobile JKN. */
  public static final long BPJS = -1;

  /** Copies the roles. */
  public Actor {
    roles = Set.copyOf(roles);
  }

  /** The facility's own programs: jobs and carriers. They have no role, so no guard lets them in. */
  public static Actor program(String facility) {
    return new Actor(NOBODY, "program", Set.of(), facility, false);
  }

  /** BPJS's program. It has no role, so no guard lets it in: its own gate does. */
  public static Actor bpjs(String facility) {
    return new Actor(BPJS, "BPJS", Set.of(), facility, false);
  }

  /** The person in a record that people read: the name, and the number because names are not unique. */
  public String signature() {
    return name + " (" + staff + ")";
  }

  /** Whether one of the roles has a permission. */
  public boolean may(Permission permission) {
    return roles.stream().anyMatch(permission.roles()::contains);
  }

  /**
   * Whether two ids stand for two people of one facility, as a substitution demands: who proposes does not approve.
   */
  public boolean secondPersonTo(Actor first) {
    return staff > NOBODY && first.staff > NOBODY && staff != first.staff && facility.equals(first.facility);
  }
}
