package id.jejak.app.cli.sandbox;

import id.jejak.app.sandbox.ConformanceControl;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code sandbox conformance}: whether traffic keeps what the documents ask for. */
@Command(name = "conformance", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Judges recorded traffic (HAR, .http) or the traffic kept here by the documents. Status 1 when a"
        + " requirement is not met.")
final class ConformanceCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "a HAR file, or exchanges as .http")
  private @Nullable Path file;

  @Option(names = "--live", description = "the traffic that is kept here")
  private boolean live;

  @Option(names = "--system", paramLabel = "NAME", description = "only this one: ttac, gateway, kfa, satusehat, antrean, rs")
  private @Nullable String system;

  @Option(names = "--client", paramLabel = "WHO",
      description = "only of this one: a consumer id, a user, an address, or how its User-Agent begins")
  private @Nullable String client;

  @Option(names = "--secret", paramLabel = "KEY", arity = "0..1", interactive = true,
      description = "secret key of whoever signed, for signatures to BPJS; asked for when left empty")
  private @Nullable String secret;

  @Option(names = "--application", paramLabel = "NAME", description = "what was tested, for the head of the report")
  private @Nullable String application;

  @Option(names = "--out", paramLabel = "FILE", description = "write the Berita Acara there: .pdf or .html")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (live == (file != null)) {
      throw new ParameterException(spec.commandLine(), "name a recording, or say --live");
    }
    var body = file == null ? new byte[0] : read(file);
    if (out != null) {
      write(out, wire.bytes(request(body, out.toString().toLowerCase(Locale.ROOT).endsWith(".pdf") ? "pdf" : "html")));
    }
    return say(Json.read(wire.bytes(request(body, "json"))));
  }

  private Request request(byte[] body, String format) {
    var query = new StringBuilder("/sandbox/conformance?format=").append(format);
    add(query, "system", system);
    add(query, "client", client);
    add(query, "application", application);
    add(query, "name", file == null ? null : String.valueOf(file.getFileName()));
    var headers = secret == null || secret.isEmpty() ? Headers.NONE : Headers.of(ConformanceControl.SECRET, secret);
    return live ? Request.of("GET", query.toString(), Headers.NONE, Body.EMPTY)
        : Request.of("POST", query.toString(), headers.plus("Content-Type", "application/octet-stream"), Body.of(body));
  }

  private static void add(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static byte[] read(Path from) {
    try {
      return Files.readAllBytes(from);
    } catch (IOException e) {
      throw new StartFailure("the recording cannot be read at " + from + ": name a HAR or .http file", e);
    }
  }

  private static void write(Path to, byte[] bytes) {
    try {
      Files.write(to, bytes);
    } catch (IOException e) {
      throw new StartFailure("the report cannot be written to " + to + ": name another file with --out", e);
    }
  }

  private int say(JsonNode report) {
    var terminal = spec.commandLine().getOut();
    for (var chapter : report.path("systems")) {
      terminal.println(chapter.path("document").asString("") + ", " + chapter.path("requests").asString("")
          + " requests");
      for (var line : chapter.path("requirements")) {
        var verdict = line.path("verdict").asString("");
        if (verdict.equals("failed")) {
          terminal.println("  FAIL  " + line.path("id").asString("") + ": " + line.path("requirement").asString(""));
          terminal.println("        " + line.path("result").asString(""));
          line.path("evidence").forEach(one -> terminal.println("        #" + one.path("number").asString("") + " "
              + one.path("request").asString("") + " -> " + one.path("answer").asString("")));
        }
      }
    }
    terminal.println(report.path("passed").asString("") + " passed, " + report.path("failed").asString("") + " failed, "
        + report.path("not_exercised").asString("") + " not exercised");
    terminal.flush();
    return report.path("failed").asInt(0) == 0 ? 0 : 1;
  }
}
