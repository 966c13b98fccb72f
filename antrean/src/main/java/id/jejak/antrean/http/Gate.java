package id.jejak.antrean.http;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.crypto.AnswerCipher;
import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into every operation: checks the headers, reads the parameters, and wraps whatever comes out, with HTTP 200
 * for every envelope (docs/decisions/0031). A signature is never remembered: one is good for a whole second.
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final String LATER = "/antreanrs";

  /** What an operation does once the caller is known. */
  @FunctionalInterface
  interface Action {
    Reply act(Caller caller, Params params);
  }

  /** How an operation answers. */
  enum Kind {
    /** With an encrypted response; null when it refuses. */
    READ,
    /** With a plain response; null when it refuses. */
    PLAIN,
    /** Without a response. */
    WRITE
  }

  private final Consumers consumers;
  private final Options options;
  private final InstantSource clock;

  Gate(Consumers consumers, Options options, InstantSource clock) {
    this.consumers = consumers;
    this.options = options;
    this.clock = clock;
  }

  /** An operation of the queue. */
  Handler antrean(Kind kind, Action action) {
    return guarded(Dialect.ANTREAN, kind, action);
  }

  /** An operation of VClaim. */
  Handler vclaim(Action action) {
    return guarded(Dialect.VCLAIM, Kind.READ, action);
  }

  private Handler guarded(Dialect dialect, Kind kind, Action action) {
    return request -> {
      try {
        var caller = caller(request);
        return wrapped(dialect, kind, caller, action.act(caller, Params.of(dialect, request)));
      } catch (Stop stop) {
        return refused(dialect, kind, stop.envelope());
      } catch (Body.BodyTooLarge e) {
        throw e; // the edge answers
      } catch (Body.BodyBroken e) { // where the next request begins is unknown
        return refused(dialect, kind, Envelope.of(Message.UNREADABLE)).with("Connection", "close");
      } catch (RuntimeException e) {
        LOG.error("request failed, nothing was changed", e);
        return refused(dialect, kind, Envelope.of(Message.BROKEN));
      }
    };
  }

  private Caller caller(Request request) {
    var consId = header(request, Header.CONS_ID);
    var timestamp = header(request, Header.TIMESTAMP);
    var signature = header(request, Header.SIGNATURE);
    var userKey = options.seed() ? request.header(Header.USER_KEY).map(String::strip).orElse("")
        : header(request, Header.USER_KEY);
    if (!timestamp.matches("[0-9]{1,12}")) {
      throw Stop.with(Message.TIMESTAMP_UNREADABLE);
    }
    var distance = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant()).abs();
    if (distance.compareTo(options.tolerance()) > 0) {
      throw Stop.with(Message.SERVICE_EXPIRED);
    }
    var known = consumers.byId(consId).filter(one ->
        Signature.matches(signature, consId, timestamp, one.secret().reveal()))
        .orElseThrow(() -> Stop.with(Message.SIGNATURE_WRONG));
    if (!userKey.isEmpty() && !known.hasKey(userKey)) {
      throw Stop.with(Message.USER_KEY_WRONG);
    }
    return new Caller(known.hospital(), known.hospitalName(),
        new AnswerCipher(consId, known.secret().reveal(), timestamp), request.path().startsWith(LATER));
  }

  private static String header(Request request, String name) {
    return request.header(name).map(String::strip).filter(text -> !text.isEmpty() && text.indexOf('\0') < 0)
        .orElseThrow(() -> Stop.with(Message.HEADER_MISSING, name));
  }

  private Response wrapped(Dialect dialect, Kind kind, Caller caller, Reply reply) {
    return switch (reply) {
      case Reply.Done(var envelope) -> refused(dialect, kind, envelope);
      case Reply.One(var envelope, var content) -> content(dialect, kind, caller, coded(envelope), content);
      case Reply.Rows(_, var rows) when rows.isEmpty() -> refused(dialect, kind, Envelope.of(Message.NO_CONTENT));
      case Reply.Rows(var message, var rows) -> content(dialect, kind, caller, coded(Envelope.of(message)),
          bare(kind, caller) ? rows : Map.<String, List<?>>of("list", rows));
    };
  }

  /** Dashboards keep their object everywhere. */
  private boolean bare(Kind kind, Caller caller) {
    return kind != Kind.PLAIN && (options.lists().equals("array") || options.lists().equals("path") && caller.later());
  }

  private Envelope coded(Envelope envelope) {
    return envelope.code() == Code.REFERENCE.number() ? new Envelope(options.referenceCode(), envelope.message())
        : envelope;
  }

  private Response content(Dialect dialect, Kind kind, Caller caller, Envelope envelope, Object content) {
    var json = Json.write(content);
    return Response.json(200, kind == Kind.READ && !options.seed()
        ? envelope.jsonSealed(dialect, caller.cipher().seal(new String(json, java.nio.charset.StandardCharsets.UTF_8)))
        : envelope.json(dialect, json));
  }

  private static Response refused(Dialect dialect, Kind kind, Envelope envelope) {
    return Response.json(200, kind == Kind.WRITE ? envelope.json(dialect) : envelope.jsonNull(dialect));
  }
}
