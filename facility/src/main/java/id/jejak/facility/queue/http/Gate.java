package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into every service that BPJS calls: token, body, then the service's own rules; and one way out, an envelope
 * over HTTP 200 whose metadata say what became of it.
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  /**
   * What a service answers.
   *
   * @param content of {@code response}; empty leaves it out
   */
  record Reply(RsMessage message, Optional<Object> content) {
    static Reply of(Object content) {
      return new Reply(RsMessage.DONE, Optional.of(content));
    }

    static Reply done() {
      return new Reply(RsMessage.DONE, Optional.empty());
    }
  }

  private final HospitalTokens tokens;
  private final boolean codeAsStatus;

  Gate(HospitalTokens tokens, boolean codeAsStatus) {
    this.tokens = tokens;
    this.codeAsStatus = codeAsStatus;
  }

  /** Gives tokens. */
  Handler token() {
    return request -> answered(() -> {
      var user = header(request, Header.USERNAME);
      var password = header(request, Header.PASSWORD);
      if (user.isEmpty() || password.isEmpty()) {
        throw Stop.with(RsMessage.PASSWORD_MISSING);
      }
      return Reply.of(Map.of("token", tokens.issue(user.get(), password.get())
          .orElseThrow(() -> Stop.with(RsMessage.WRONG_PASSWORD))));
    });
  }

  /** Guards a service. */
  Handler guard(Function<Asked, Reply> service) {
    return request -> answered(() -> {
      var token = header(request, Header.TOKEN);
      if (token.isPresent() && !tokens.good(token.get())) {
        throw Stop.with(RsMessage.TOKEN_EXPIRED);
      }
      if (token.isEmpty() || header(request, Header.USERNAME).filter(tokens::known).isEmpty()) {
        throw Stop.with(RsMessage.TOKEN_INVALID);
      }
      return service.apply(Asked.of(request));
    });
  }

  private static Optional<String> header(Request request, String name) {
    return request.header(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Response answered(Supplier<Reply> work) {
    try {
      var reply = work.get();
      var envelope = reply.message().envelope();
      return answer(envelope, reply.content().map(content -> envelope.json(Dialect.ANTREAN, Json.write(content)))
          .orElseGet(() -> envelope.json(Dialect.ANTREAN)));
    } catch (Stop stop) {
      return answer(stop.envelope(), stop.envelope().json(Dialect.ANTREAN));
    } catch (Body.BodyTooLarge e) {
      throw e; // the edge answers
    } catch (Body.BodyBroken e) { // where the next request begins is unknown
      var envelope = RsMessage.UNREADABLE.envelope();
      return answer(envelope, envelope.json(Dialect.ANTREAN)).with("Connection", "close");
    } catch (RuntimeException e) {
      LOG.error("request failed, nothing was changed", e);
      return answer(RsMessage.BROKEN.envelope(), RsMessage.BROKEN.envelope().json(Dialect.ANTREAN));
    }
  }

  private Response answer(Envelope envelope, byte[] json) {
    return Response.json(codeAsStatus && envelope.code() < 300 ? envelope.code() : 200, json);
  }
}
