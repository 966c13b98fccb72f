package id.jejak.ttac.http;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.http.upload.UnreadableFile;
import id.jejak.ttac.http.upload.Upload;
import java.util.function.BiFunction;
import java.util.function.Function;
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

  /** What an operation does whose body is a file; the parameters came beside it. */
  @FunctionalInterface
  interface FileAction {
    byte[] act(Caller caller, Params params, Upload upload, Request request);
  }

  private record Met(Caller caller, Params params) {}

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

  /** An operation that needs a token and a file. The token is looked at before the file is read. */
  Handler file(FileAction action) {
    return answering(request -> Upload.<Met, Response>receive(request,
        fields -> {
          var params = Params.ofQueryAnd(request, fields);
          return new Met(sessions.caller(params), params);
        },
        (met, upload) -> Response.json(200, action.act(met.caller(), met.params(), upload, request)))
        .orElseThrow(() -> Stop.parameter(Sentence.required("file"))));
  }

  private static Handler guarded(Code unreadable, BiFunction<Params, Request, Response> action) {
    return answering(request ->
        action.apply(Params.of(request).orElseThrow(() -> Stop.with(unreadable)), request));
  }

  private static Handler answering(Function<Request, Response> operation) {
    return request -> {
      try {
        return operation.apply(request);
      } catch (UnreadableFile e) {
        return Response.json(200, Envelope.parameter(Sentence.file("file")).json());
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
