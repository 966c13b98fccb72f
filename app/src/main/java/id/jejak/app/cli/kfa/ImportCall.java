package id.jejak.app.cli.kfa;

import id.jejak.app.cli.ttac.UploadProgress;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Gives files of rows to a running KFA in one load, and asks it for the last one. */
final class ImportCall {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration IMPORT = Duration.ofHours(1);

  private final String url;
  private final String token;

  /** Calls to a server. */
  ImportCall(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** When the last load from a source was begun; empty when there was none. */
  Optional<Instant> lastBegan(String source) {
    try (var http = client()) {
      var answer = Json.read(http.send(request("/kfa/imports?source="
          + URLEncoder.encode(source, StandardCharsets.UTF_8)).GET().build(),
          HttpResponse.BodyHandlers.ofByteArray()).body());
      if (!answer.path("imports").isArray()) {
        throw new StartFailure("what answers at " + url + " is not this KFA: give its address with --url");
      }
      return answer.path("imports").valueStream().findFirst()
          .map(run -> Instant.parse(run.path("began").asString("")));
    } catch (Json.Unreadable e) {
      throw new StartFailure("what answers at " + url + " is not KFA: give its address with --url", e);
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Loads files, all of them or none.
   *
   * @param began when somebody began to gather them
   */
  JsonNode load(List<Path> files, String source, Instant began, PrintWriter err, boolean terminal) {
    try (var http = client(); var progress = new UploadProgress(err, terminal, size(files), "KFA")) {
      var body = new CountedBody(body(files), progress::sent);
      var response = http.send(request("/kfa/import").timeout(IMPORT).header("Content-Type", "application/json")
          .header("X-Jejak-Source", source).header("X-Jejak-Began", began.toString()).POST(body).build(),
          HttpResponse.BodyHandlers.ofByteArray());
      var answer = Json.read(response.body());
      if (response.statusCode() != 200 || !answer.has("rows")) {
        throw new StartFailure("KFA answered with status " + response.statusCode() + ": "
            + answer.path("fault").path("faultstring").asString(answer.path("detail").asString("no reason given")));
      }
      return answer;
    } catch (Json.Unreadable e) {
      throw new StartFailure("what answers at " + url + " is not KFA: give its address with --url", e);
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(CONNECT.multipliedBy(6))
        .header("Authorization", "Bearer " + token);
  }

  private static long size(List<Path> files) throws IOException {
    long size = 0;
    for (var file : files) {
      size += Files.size(file);
    }
    return size;
  }

  private static BodyPublisher body(List<Path> files) throws FileNotFoundException {
    var all = new ArrayList<BodyPublisher>();
    for (var file : files) {
      all.add(BodyPublishers.ofFile(file));
    }
    return all.isEmpty() ? BodyPublishers.ofString("[]") : BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private StartFailure unreachable(IOException e) {
    return e instanceof ConnectException
        ? new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e)
        : new StartFailure("the connection to " + url + " broke, and the outcome is unknown: run the same again; what"
            + " was fetched is kept, and what was loaded counts as unchanged then", e);
  }

  private static StartFailure interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StartFailure("interrupted: run the same again, what was fetched is kept", e);
  }
}
