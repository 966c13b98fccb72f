package id.jejak.app.cli.kfa;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kfa map FILE}: maps a facility's list to the dictionary and prints how much of it needs no second look. */
@Command(name = "map", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Maps a list of medicines (.csv, .xlsx, .json) to codes of the dictionary, with reasons.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:mapped", "1:the list was refused", "2:could not be tried"},
    footer = {"", "Columns are found by their headings: name (nama, nama_brng, ...), code, unit (satuan),"
        + " price (harga).",
        "The demo world needs no client; elsewhere say --client-id and --client-secret, or --token."})
public final class MapCommand implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Map<String, String> ENDINGS = Map.of("csv", "csv", "xlsx", "xlsx", "json", "json", "sql",
      "khanza-sql");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the list")
  private Path file = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "where to write the mapping; its ending says the format:"
      + " .csv, .xlsx, .json, .sql (for Khanza)")
  private @Nullable Path out;

  @Option(names = "--format", paramLabel = "FORMAT", description = "csv, xlsx, json, conceptmap (FHIR) or khanza-sql,"
      + " whatever the ending of --out")
  private @Nullable String format;

  @Mixin
  private ClientOptions client = new ClientOptions();

  /** A command. */
  public MapCommand() {}

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StartFailure("there is no file to read at " + file + ": check the name");
    }
    var answer = send(client.token(), wanted());
    var screen = spec.commandLine().getOut();
    if (answer.statusCode() == 400) {
      screen.println(Json.read(answer.body()).path("detail").asString(""));
      screen.flush();
      return REFUSED;
    }
    if (answer.statusCode() != 200 || answer.headers().firstValue("X-Jejak-safe").isEmpty()) {
      throw new StartFailure("what answers at " + client.url() + " mapped nothing (status " + answer.statusCode()
          + "): give the address of a Jejak with --url, and a good format with --format");
    }
    if (out != null) {
      write(out, answer.body());
    }
    screen.print(piles(answer));
    screen.flush();
    return 0;
  }

  private String wanted() {
    if (format != null) {
      return format;
    }
    var name = out == null ? "" : out.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "csv");
  }

  private HttpResponse<byte[]> send(String token, String wanted) {
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build()) {
      return http.send(HttpRequest.newBuilder(URI.create(client.url() + "/kfa/map?format=" + wanted))
          .timeout(PATIENCE).header("Authorization", "Bearer " + token)
          .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofFile(file)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new StartFailure("nothing answers at " + client.url() + ": start it with ./jejak serve, or give --url", e);
    } catch (IOException e) {
      throw new StartFailure("the connection to " + client.url() + " broke: run it again, nothing was changed", e);
    } catch (IllegalArgumentException e) {
      throw new StartFailure(client.url() + " with format " + wanted + " is no address: check --url and --format", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted: run it again, nothing was changed", e);
    }
  }

  private static void write(Path to, byte[] mapping) {
    try {
      Files.write(to, mapping);
    } catch (IOException e) {
      throw new StartFailure("cannot write to " + to + ": check its name, and who may write there", e);
    }
  }

  private static String piles(HttpResponse<byte[]> answer) {
    var text = new StringBuilder();
    long all = 0;
    for (var pile : new String[] {"safe", "review", "none"}) {
      all += count(answer, pile);
    }
    for (var pile : new String[] {"safe", "review", "none"}) {
      long count = count(answer, pile);
      text.append(String.format(Locale.ROOT, "%-8s %,7d  %5.1f %%%n", pile, count, all == 0 ? 0 : 100.0 * count / all));
    }
    return text.toString();
  }

  private static long count(HttpResponse<byte[]> answer, String pile) {
    return answer.headers().firstValueAsLong("X-Jejak-" + pile).orElse(0);
  }
}
