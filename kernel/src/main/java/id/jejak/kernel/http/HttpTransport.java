package id.jejak.kernel.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;

/**
 * The wire under a typed client: sends requests to one address. TLS certificates are always verified;
 * redirects are not followed, since a write that is redirected has an unknown outcome.
 *
 * <p>Thread-safe. A GET with a body is sent as a GET with a body, as some national systems want it.
 */
public final class HttpTransport implements Handler, AutoCloseable {
  /** Bytes of the largest answer that is read. */
  private static final int MAX_ANSWER = 64 * 1024 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final String base;
  private final Duration patience;
  private final HttpClient client;

  /**
   * A transport.
   *
   * @param base scheme, host, port and path prefix, without a trailing slash
   * @param patience how long to wait for an answer
   */
  public HttpTransport(String base, Duration patience) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    this.patience = patience;
    this.client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Override
  public Response handle(Request request) {
    var builder = HttpRequest.newBuilder(uri(request)).timeout(patience);
    request.headers().forEach(builder::header);
    var body = request.body().bytes(MAX_ANSWER);
    builder.method(request.method(), body.length == 0
        ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
    try {
      var answer = client.send(builder.build(),
          HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER));
      var pairs = new ArrayList<String>();
      answer.headers().map().forEach((name, values) -> values.forEach(value -> {
        pairs.add(name);
        pairs.add(value);
      }));
      return new Response(answer.statusCode(), Headers.of(pairs.toArray(String[]::new)),
          new Response.Content.Bytes(answer.body()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new NoAnswer(false, "no connection to " + base, e);
    } catch (IOException e) {
      throw new NoAnswer(true, "no answer from " + base + ": " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(true, "interrupted while waiting for " + base, e);
    }
  }

  private URI uri(Request request) {
    return URI.create(base + request.path() + (request.query().isEmpty() ? "" : "?" + request.query()));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
