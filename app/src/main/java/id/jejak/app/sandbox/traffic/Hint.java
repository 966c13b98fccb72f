package id.jejak.app.sandbox.traffic;

/**
 * What stands between a request and the nearest one that the document knows.
 *
 * @param id in Indonesian
 * @param en in English
 */
public record Hint(String id, String en) {}
