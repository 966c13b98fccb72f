package id.jejak.app.cli.kfa;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Sends rows to a dictionary's import, as they are made: their number costs no memory. Thread-safe. */
final class RowUpload implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LOAD = Duration.ofHours(1);
  private static final String PATH = "/kfa/import";

  private final String url;
  private final HttpClient client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  RowUpload(String url) {
    this.url = url;
  }

  /**
   * Sends the rows; what the dictionary says about them. All of them are taken, or none.
   *
   * @throws StartFailure when they are not
   */
  JsonNode send(InputStream rows, String token) {
    try {
      var request = HttpRequest.newBuilder(URI.create(url + PATH)).timeout(LOAD)
          .header("Authorization", "Bearer " + token).header("Content-Type", "application/x-ndjson")
          .POST(BodyPublishers.ofInputStream(() -> rows)).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new StartFailure("nothing was loaded: the server at " + url + " answered " + answer.statusCode()
            + (answer.statusCode() == 401 ? ": its token is no longer good, ask again" : ""));
      }
      return Json.read(answer.body());
    } catch (ConnectException e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (IOException e) {
      throw new StartFailure("the connection to " + url + " broke, and the outcome is unknown: run it again, rows"
          + " that are there already do no harm", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is no KFA: give its address with --url", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted, and the outcome is unknown: run it again", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
