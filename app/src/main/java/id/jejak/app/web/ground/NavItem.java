package id.jejak.app.web.ground;

import id.jejak.facility.access.Permission;
import java.util.Optional;

/**
 * An entry of the navigation.
 *
 * @param path where it leads; also of every page below it
 * @param id in Indonesian
 * @param en in English
 * @param sandbox true when it is there in a demo world only
 * @param needs what a member of staff must be allowed to see it; empty for everybody
 */
public record NavItem(String path, String id, String en, boolean sandbox, Optional<Permission> needs) {
  /** An entry for everybody. */
  public NavItem(String path, String id, String en, boolean sandbox) {
    this(path, id, en, sandbox, Optional.empty());
  }

  /** An entry for staff who may do something. */
  public static NavItem staff(String path, String id, String en, Permission needs) {
    return new NavItem(path, id, en, false, Optional.of(needs));
  }
}
