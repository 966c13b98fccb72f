package id.jejak.satusehat.client;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The wire under a stream of events: an answer's content is handed on while it comes. For reads without a body. TLS
 * certificates are verified and redirects are not followed. Thread-safe.
 */
public final class StreamTransport implements Handler, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final String base;
  private final Duration longest;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();

  /**
   * A transport.
   *
   * @param base scheme, host, port and path prefix, without a trailing slash
   * @param longest how long one stream is listened to
   */
  public StreamTransport(String base, Duration longest) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    this.longest = longest;
  }

  @Override
  public Response handle(Request request) {
    var builder = HttpRequest.newBuilder(URI.create(base + request.path()
        + (request.query().isEmpty() ? "" : "?" + request.query()))).timeout(longest).GET();
    request.headers().forEach(builder::header);
    try {
      var answer = client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
      var pairs = new ArrayList<String>();
      answer.headers().map().forEach((name, values) -> values.forEach(value -> {
        pairs.add(name);
        pairs.add(value);
      }));
      return new Response(answer.statusCode(), Headers.of(pairs.toArray(String[]::new)),
          new Response.Content.Stream(out -> {
            try (var in = answer.body()) {
              CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS).execute(() -> close(in));
              in.transferTo(out);
            }
          }));
    } catch (IOException e) {
      throw new NoAnswer(true, "no answer from " + base + ": " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(true, "interrupted while waiting for " + base, e);
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
