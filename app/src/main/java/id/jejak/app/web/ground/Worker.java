package id.jejak.app.web.ground;

import id.jejak.facility.access.Permission;

/** Somebody of a facility's staff who is logged in, as far as every page must know. */
public interface Worker {
  /** What the person is called. */
  String name();

  /** What the facility is called. */
  String facilityName();

  /** Whether the roles at the facility allow it. What they really allow, the facility's own API says again. */
  boolean may(Permission permission);
}
