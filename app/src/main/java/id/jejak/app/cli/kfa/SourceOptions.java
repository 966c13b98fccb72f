package id.jejak.app.cli.kfa;

import id.jejak.gateway.client.ClientCredentials;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From which KFA rows are fetched, and as whom. A secret never stands on the command line, where all could read it. */
final class SourceOptions {
  private static final String ID = "JEJAK_KFA_CLIENT_ID";
  private static final String SECRET = "JEJAK_KFA_CLIENT_SECRET";

  @Option(names = "--from", paramLabel = "URL", required = true,
      description = "the KFA to fetch from, such as https://api-satusehat-stg.dto.kemkes.go.id, or another Jejak")
  private String url = "";

  @Option(names = "--from-credentials", paramLabel = "FILE",
      description = {"a file with lines client_id=... and client_secret=...; or set " + ID,
          "and " + SECRET + "; a Jejak with the demo world needs neither"})
  private @Nullable Path file;

  /** The address, without a slash at its end. */
  String url() {
    var plain = url.replaceAll("/+$", "");
    if (!plain.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
      throw new StartFailure("--from must be an address like https://api-satusehat.kemkes.go.id, without a password");
    }
    return plain;
  }

  /**
   * Who asks.
   *
   * @param environment of the process
   * @throws StartFailure when nothing says it
   */
  ClientCredentials credentials(Map<String, String> environment, HttpTransport source) {
    return ofFile().or(() -> of(environment.get(ID), environment.get(SECRET))).or(() -> ofDemo(source))
        .orElseThrow(() -> new StartFailure("say who asks " + url() + ": --from-credentials FILE, or " + ID + " and "
            + SECRET + " in the environment"));
  }

  private static Optional<ClientCredentials> of(@Nullable String id, @Nullable String secret) {
    return id == null || secret == null || id.isBlank() || secret.isBlank() ? Optional.empty()
        : Optional.of(new ClientCredentials(id.strip(), new Secret(secret.strip())));
  }

  private Optional<ClientCredentials> ofFile() {
    if (file == null) {
      return Optional.empty();
    }
    var read = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartFailure("--from-credentials " + file + " cannot be read ("
          + e.getClass().getSimpleName() + "): check its name, and who may read it", e);
    }
    return Optional.of(of(read.getProperty("client_id"), read.getProperty("client_secret")).orElseThrow(() ->
        new StartFailure("--from-credentials " + file + " must have a line client_id=... and a line"
            + " client_secret=...")));
  }

  /** The first client of a demo world; a server without one has none to tell. */
  private static Optional<ClientCredentials> ofDemo(HttpTransport source) {
    try {
      var client = Json.read(source.handle(Request.get("/sandbox/world")).bytes())
          .path("satusehat").path("clients").path(0);
      return of(client.path("client_id").asString(""), client.path("client_secret").asString(""));
    } catch (NoAnswer | Json.Unreadable e) {
      return Optional.empty();
    }
  }
}
