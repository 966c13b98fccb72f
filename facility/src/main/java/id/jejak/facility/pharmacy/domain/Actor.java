package id.jejak.facility.pharmacy.domain;

import java.util.Set;

/**
 * Who asks.
 *
 * @param staff id; in the demo world the practitioner's number at SATUSEHAT
 * @param name as printed on labels
 * @param facility in whose name; nothing of another facility is shown or changed
 * @param glass whether a role was taken by breaking the glass
 */
public record Actor(String staff, String name, Set<Role> roles, String facility, boolean glass) {
  /** Copies the roles. */
  public Actor {
    roles = Set.copyOf(roles);
  }

  /** The facility's own programs, which carry what it owes. They have no role, so no gate lets them in. */
  public static Actor program(String facility) {
    return new Actor("program", "program", Set.of(), facility, false);
  }

  /** True when one of these is among the roles. */
  public boolean isAny(Set<Role> some) {
    return roles.stream().anyMatch(some::contains);
  }
}
