package id.jejak.app.sandbox.traffic;

/**
 * What stands between a request and the nearest one that the document knows.
 *
 * @param breaks whether the document is broken; false for what is only ignored
 * @param id in Indonesian
 * @param en in English
 */
public record Hint(boolean breaks, String id, String en) {}
