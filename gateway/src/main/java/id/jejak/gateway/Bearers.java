package id.jejak.gateway;

import id.jejak.kernel.http.Handler;

/** Lets requests with a good access token through, for the systems behind the gateway. Thread-safe. */
public interface Bearers {
  /**
   * A handler that is reached only with a token that is good at this moment. Anything else gets the gateway's own fault, without
   * the handler having seen the request.
   */
  Handler guard(Handler behind);
}
