package id.jejak.facility.access;

/** Who touches a patient's data, in which operation, and for what; goes into the audit with every touch. */
public record Why(Actor actor, String operation, Purpose purpose) {}
