package id.jejak.app.conformance;

/**
 * A request that shows something, masked as the inspector masks.
 *
 * @param number its place in the traffic
 * @param at when, WIB; empty when nobody noted it
 * @param request method and target
 * @param body the beginning of what was sent
 * @param answer status and code
 * @param why what it shows
 */
public record Evidence(long number, String at, String request, String body, String answer, Words why) {
  private static final int BODY = 600;

  /** An exchange as evidence. */
  public static Evidence of(Exchange exchange, Words why) {
    var told = exchange.told();
    var body = told.requestBody();
    return new Evidence(told.number(), exchange.when(), told.method() + " " + told.target(),
        body.length() > BODY ? body.substring(0, BODY) + "..." : body,
        (told.status() == 0 ? "-" : Integer.toString(told.status())) + (told.code().isEmpty() ? "" : " " + told.code()),
        why);
  }
}
