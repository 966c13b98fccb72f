package id.jejak.app.docs;

/**
 * A golden exchange shown on an operation's page.
 *
 * @param operation id of the operation it belongs to
 * @param name what it shows, in words
 * @param text request and answer as they went over the wire
 */
public record Example(String operation, String name, String text) {}
