package id.jejak.ttac.http;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into every operation: reads the parameters, finds the caller, and turns whatever comes out into the one
 * envelope, with HTTP 200 for every one of them (the document states no HTTP status; see docs/decisions/0005).
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  /** What an operation does once the caller is known; answers the envelope's JSON. */
  @FunctionalInterface
  interface Action {
    byte[] act(Caller caller, Params params, Request request);
  }

  /** What an operation of ours does whose success is an image or another standard's document. */
  @FunctionalInterface
  interface BareAction {
    Response act(Caller caller, Params params, Request request);
  }

  /** What login does, before there is a caller. */
  @FunctionalInterface
  interface OpenAction {
    byte[] act(Params params, Request request);
  }

  private final Sessions sessions;

  Gate(Sessions sessions) {
    this.sessions = sessions;
  }

  /** An operation that needs a token. */
  Handler known(Action action) {
    return open(Code.E990, (params, request) -> action.act(sessions.caller(params), params, request));
  }

  /** An operation that needs a token, and whose success is something else than the envelope. */
  Handler bare(BareAction action) {
    return guarded(Code.E990, (params, request) -> action.act(sessions.caller(params), params, request));
  }

  /** An operation that needs none; {@code unreadable} is what it says to a body nobody can read. */
  Handler open(Code unreadable, OpenAction action) {
    return guarded(unreadable, (params, request) -> Response.json(200, action.act(params, request)));
  }

  private static Handler guarded(Code unreadable, BiFunction<Params, Request, Response> action) {
    return request -> {
      try {
        var params = Params.of(request).orElseThrow(() -> Stop.with(unreadable));
        return action.apply(params, request);
      } catch (Stop stop) {
        return Response.json(200, stop.envelope().json());
      } catch (id.jejak.kernel.http.Body.BodyTooLarge e) {
        throw e; // the edge answers 413
      } catch (RuntimeException e) {
        LOG.error("request failed, nothing was changed", e);
        return Response.json(200, Envelope.of(Code.E999).json());
      }
    };
  }
}
