package id.jejak.gateway;

import id.jejak.gateway.contract.Caller;
import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;

/** Lets requests with a good access token through, for the systems behind the gateway. Thread-safe. */
@FunctionalInterface
public interface Bearers {
  /** What stands behind the gateway, where it matters who asks. */
  @FunctionalInterface
  interface Behind {
    /** Answers one request of a client whose token is good. */
    Response handle(Caller caller, Request request);
  }

  /**
   * A handler that is reached only with a token that is good at this moment. Anything else is answered with the fault,
   * without {@code behind} having seen the request; a client above its quota is answered with
   * {@link Fault#QUOTA_VIOLATION}.
   *
   * @param fault to a token that is missing, malformed, unknown or expired: the paths of the platform answer it
   *     differently
   */
  Handler guard(Fault fault, Behind behind);

  /** The same for a handler that does not mind who asks. */
  default Handler guard(Fault fault, Handler behind) {
    return guard(fault, (Behind) (_, request) -> behind.handle(request));
  }
}
