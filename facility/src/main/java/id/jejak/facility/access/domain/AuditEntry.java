package id.jejak.facility.access.domain;

import id.jejak.facility.access.Audit.Deed;
import java.time.Instant;

/**
 * One line of the audit. Holds no personal data.
 *
 * @param id in the order in which lines were noted
 * @param staff who; 0 for a program
 * @param patient whose data; 0 for nobody's
 */
public record AuditEntry(String facility, long id, Instant at, long staff, boolean glass, String operation, Deed deed,
    long patient, String purpose) {}
