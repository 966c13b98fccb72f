package id.jejak.kernel.http;

/** Both sides of the wire: a server is a Handler, and so is a client's transport. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers one request.
   *
   * @throws RuntimeException when there is no answer: a server's edge turns it into the system's own
   *     fault envelope; on the client side {@link NoAnswer} says whether anything was sent
   */
  Response handle(Request request);
}
