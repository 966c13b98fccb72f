package id.jejak.satusehat.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;

/**
 * Sends a request with a token that is good: the {@code send} of the gateway's {@code TokenKeeper}, which renews the
 * token when it ends and replaces it once when it is refused.
 */
@FunctionalInterface
public interface Access {
  /**
   * Sends a request to what stands behind the gateway.
   *
   * @return {@code Done} with whatever it answered; anything else when there is no token to send it with
   * @throws id.jejak.kernel.http.NoAnswer as the transport does
   */
  Answer<Response> send(Handler transport, Request request);
}
