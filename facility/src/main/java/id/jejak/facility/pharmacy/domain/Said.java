package id.jejak.facility.pharmacy.domain;

/**
 * A sentence for whoever stands at a counter, in both languages of the house. Names and figures in it are the same.
 *
 * @param en in English
 * @param id in Indonesian
 */
public record Said(String en, String id) {}
