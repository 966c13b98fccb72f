package id.jejak.facility.access;

/**
 * Somebody of the staff as the SATUSEHAT platform knows them.
 *
 * @param number theirs there, such as {@code 10001915884}
 * @param name as they are called here
 */
public record Practitioner(String number, String name) {}
