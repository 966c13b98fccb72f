package id.jejak.app.cli.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AuditVerifyCommandTest {
  private final StringWriter out = new StringWriter();
  private String failure = "";

  private int run(String... args) {
    return new CommandLine(new AuditVerifyCommand())
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler((e, line, parsed) -> {
          failure = String.valueOf(e.getMessage());
          return 2;
        })
        .execute(args);
  }

  private int against(String verdict, int loginStatus) throws IOException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    try {
      answer(server, "/facility/v1/login", loginStatus, loginStatus == 200 ? "{\"token\": \"t\"}"
          : "{\"error\": \"wrong\", \"message\": \"The password is wrong.\"}");
      answer(server, "/facility/v1/audit/verify", 200, verdict);
      server.start();
      return run("--url", "http://127.0.0.1:" + server.getAddress().getPort(), "--username", "auditor.rs", "--password=p");
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpServer server, String path, int status, String json) {
    server.createContext(path, exchange -> {
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
  }

  @Test
  void saysWhetherAllIsAsItWasWritten() throws IOException {
    assertEquals(0, against("{\"whole\": true, \"entries\": 12, \"broken_at\": 0, \"what\": \"\"}", 200));
    assertTrue(out.toString().contains("12 lines, all as they were written"), out.toString());
    assertEquals(1, against("{\"whole\": false, \"entries\": 4, \"broken_at\": 5, \"what\": \"a line is missing\"}", 200));
    assertTrue(out.toString().contains("broken at line 5: a line is missing"), out.toString());
  }

  @Test
  void whatCannotBeAskedSaysWhy() throws IOException {
    assertEquals(2, run());
    assertTrue(failure.startsWith("say who asks"), failure);
    assertEquals(2, run("--username", "a", "--password=b", "--url", "http://127.0.0.1:1"));
    assertTrue(failure.startsWith("nothing answers"), failure);
    assertEquals(2, against("{}", 401));
    assertTrue(failure.contains("wrong: The password is wrong."), failure);
  }
}
