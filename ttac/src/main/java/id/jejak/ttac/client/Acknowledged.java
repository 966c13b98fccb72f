package id.jejak.ttac.client;

/**
 * TTAC did what a write asked for.
 *
 * @param message TTAC's own words
 */
public record Acknowledged(String message) {}
