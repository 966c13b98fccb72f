package id.jejak.app.cli.sandbox;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

/** The way to the Jejak that is meant, the same for every verb; prints what it answers. */
final class Wire {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "address of the Jejak that is meant; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  /**
   * What comes of a request, as it comes.
   *
   * @throws StartFailure with the reason when it is refused
   */
  byte[] bytes(Request request) {
    try (var wire = new HttpTransport(url, PATIENCE)) {
      var answer = wire.handle(request);
      if (answer.status() != 200) {
        throw new StartFailure(answer.status() == 404 ? "there is no sandbox at " + url
            + ": start it with --world demo" : Json.read(answer.bytes()).path("error").asString("refused"));
      }
      return answer.bytes();
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is not Jejak: give its address with --url", e);
    }
  }

  /** Asks and prints; 1 when it was refused, with the reason on the screen. */
  int ask(PrintWriter screen, String method, String path, Map<String, Object> body) {
    try (var wire = new HttpTransport(url, PATIENCE)) {
      var answer = wire.handle(body.isEmpty() ? Request.of(method, "/sandbox" + path, Headers.NONE, Body.EMPTY)
          : Request.json(method, "/sandbox" + path,
              new String(Json.write((Object) body), StandardCharsets.UTF_8)));
      if (answer.status() == 404 && path.equals("/clock")) {
        throw new StartFailure("there is no sandbox at " + url + ": start it with --world demo");
      }
      var read = Json.read(answer.bytes());
      screen.println(answer.status() == 200 ? Json.pretty(read) : read.path("error").asString("refused"));
      screen.flush();
      return answer.status() == 200 ? 0 : 1;
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is not Jejak: give its address with --url", e);
    }
  }
}
