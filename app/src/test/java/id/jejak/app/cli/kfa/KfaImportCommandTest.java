package id.jejak.app.cli.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.web.OwnFaults;
import id.jejak.gateway.contract.GatewayOperations;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kfa.contract.OwnOperations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kfa import} against a server that knows one client. */
class KfaImportCommandTest {
  @TempDir
  private Path folder;

  private static Response token(Request request) {
    var said = new String(request.body().bytes(10_000), StandardCharsets.UTF_8);
    return said.equals("client_id=ini&client_secret=rahasia+kecil") ? Response.json(200, "{\"access_token\":\"T\"}")
        : Response.json(401, "{\"issue\":[{\"details\":{\"text\":\"unacceptable\"}}]}");
  }

  private static Response load(Request request) {
    var body = new String(request.body().bytes(10_000), StandardCharsets.UTF_8);
    return !request.header("Authorization").equals(java.util.Optional.of("Bearer T"))
        ? Response.json(401, "{\"fault\":{\"faultstring\":\"Invalid access token\"}}")
        : body.equals("[]") ? Response.json(200, "{\"rows\":1200,\"added\":1190,\"changed\":10,\"renamed\":1,"
            + "\"deactivated\":2,\"replaced\":3,\"repriced\":4,\"skipped\":0,\"seq\":99}")
        : Response.json(400, "{\"detail\":\"Nothing was imported: not readable\"}");
  }

  private record Said(int status, String out) {}

  private Said run(String content, String... options) throws IOException {
    var file = Files.writeString(folder.resolve("rows.json"), content);
    var router = new Router(List.of(
        new Mount("gateway", GatewayOperations.BASES,
            List.of(Route.route(GatewayOperations.TOKEN, KfaImportCommandTest::token)), OwnFaults.FAULTS),
        new Mount("kfa", List.of("/kfa"), List.of(Route.route(OwnOperations.IMPORT, KfaImportCommandTest::load)),
            OwnFaults.FAULTS)), OwnFaults.FAULTS, new Traffic(new SimpleMeterRegistry()));
    var out = new StringWriter();
    try (var server = HttpServer.start("127.0.0.1", 0, router, new RequestIds(1))) {
      var line = new CommandLine(new KfaImportCommand(Map.of())).setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(out, true)).setExecutionExceptionHandler((e, _, _) -> {
            out.append(String.valueOf(e.getMessage()));
            return 2;
          });
      var all = new java.util.ArrayList<>(List.of("--url", "http://127.0.0.1:" + server.port()));
      all.addAll(List.of(options));
      all.add(file.toString());
      return new Said(line.execute(all.toArray(String[]::new)), out.toString());
    }
  }

  @Test
  void tellsWhatBecameOfTheRows() throws IOException {
    var said = run("[]", "--client-id", "ini", "--client-secret=rahasia kecil");
    assertEquals(0, said.status(), said.out());
    assertTrue(said.out().contains("1,200 rows imported") && said.out().contains("repriced                4"), said.out());
  }

  @Test
  void aRefusedFileIsToldAndAWrongClientToo() throws IOException {
    var refused = run("x", "--token", "T");
    assertEquals(1, refused.status());
    assertTrue(refused.out().contains("Nothing was imported"), refused.out());
    assertTrue(run("[]", "--client-id", "ini", "--client-secret=salah").out().contains("unacceptable"));
    assertTrue(run("[]").out().contains("--client-id"));
    assertTrue(run("[]", "--token", "U").out().contains("Invalid access token"));
  }
}
