package id.jejak.facility.access;

/**
 * A patient of a facility.
 *
 * @param id says nothing about the person, so that other tables and logs may hold it
 */
public record Patient(String facility, long id, Person person) {}
