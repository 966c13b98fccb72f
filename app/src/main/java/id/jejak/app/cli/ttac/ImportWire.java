package id.jejak.app.cli.ttac;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** The upload of an import. The file goes out as it is read: its size costs no memory. */
final class ImportWire implements AutoCloseable {
  private static final String BOUNDARY = "jejak-import-8Qe2vYx5";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration IMPORT = Duration.ofHours(1);

  private final String url;
  private final HttpClient client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  ImportWire(String url) {
    this.url = url.replaceAll("/+$", "");
  }

  /** Bytes that {@link #load} sends. */
  long size(Path file, String token) {
    return body(file, token).contentLength();
  }

  /**
   * Uploads a file; the answer's envelope.
   *
   * @param sent told of every piece on its way, bytes
   */
  JsonNode load(Path file, String token, LongConsumer sent) {
    return call(request("/barcode/import", IMPORT)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(new Counted(body(file, token), sent)).build());
  }

  private static BodyPublisher body(Path file, String token) {
    var part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
    var name = file.getFileName().toString().replace('"', '\'');
    try {
      return BodyPublishers.concat(
          text(part + "token\"\r\n\r\n" + token + "\r\n" + part + "file\"; filename=\"" + name
              + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
          BodyPublishers.ofFile(file),
          text("\r\n--" + BOUNDARY + "--\r\n"));
    } catch (FileNotFoundException e) {
      throw new StartFailure("there is no file to read at " + file + ": check the name", e);
    }
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    try {
      return HttpRequest.newBuilder(URI.create(url + AccountOptions.BASE + path)).timeout(patience);
    } catch (IllegalArgumentException e) {
      throw new StartFailure(url + " is no address: give one like http://localhost:8080 with --url", e);
    }
  }

  private JsonNode call(HttpRequest request) {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 413) {
        throw new StartFailure("the file is larger than TTAC takes: split it");
      }
      var envelope = Json.read(answer.body());
      if (!envelope.has("statusCode")) {
        throw new StartFailure("what answers at " + url + " is not TTAC: give its address with --url");
      }
      return envelope;
    } catch (ConnectException e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (IOException e) {
      throw new StartFailure("the connection to " + url + " broke, and the outcome is unknown: run it again; what"
          + " was imported already is then named row by row", e);
    } catch (Json.Unreadable e) {
      throw new StartFailure("what answers at " + url + " is not TTAC: give its address with --url", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted, and the outcome is unknown: run it again", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** A body that says how much of it went out. */
  private record Counted(BodyPublisher body, LongConsumer sent) implements BodyPublisher {
    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      body.subscribe(new Subscriber<ByteBuffer>() {
        @Override
        public void onSubscribe(Subscription subscription) {
          subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer piece) {
          sent.accept(piece.remaining());
          subscriber.onNext(piece);
        }

        @Override
        public void onError(Throwable failure) {
          subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
          subscriber.onComplete();
        }
      });
    }
  }
}
