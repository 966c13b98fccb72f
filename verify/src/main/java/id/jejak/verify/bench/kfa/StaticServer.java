package id.jejak.verify.bench.kfa;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * A server that does nothing but give bytes it holds: {@code GET /n} is answered with the n-th file of a folder. What the
 * same server costs without a system behind it. A process of its own, ended by whoever started it.
 */
public final class StaticServer {
  private StaticServer() {}

  /** Serves the folder that is given, and prints its port. */
  public static void main(String[] folder) throws IOException {
    var bodies = new ArrayList<byte[]>();
    for (int i = 0; Files.exists(Path.of(folder[0], i + ".json")); i++) {
      bodies.add(Files.readAllBytes(Path.of(folder[0], i + ".json")));
    }
    var server = WebServer.builder().host("127.0.0.1").port(0).shutdownHook(false)
        .connectionOptions(socket -> socket.tcpNoDelay(true))
        .routing(routing -> routing.any((request, response) -> {
          var body = bodies.get(Integer.parseInt(request.path().path().substring(1)));
          response.header(HeaderNames.CONTENT_TYPE, "application/json");
          response.send(body);
        })).build().start();
    var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.println(server.port());
  }
}
