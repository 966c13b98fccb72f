package id.jejak.kernel.http;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.observe.RequestIds;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Serves one {@link Router} on one port, a virtual thread per connection. Thread-safe. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  /** Bytes of one header block; more is refused with 431. */
  private static final int MAX_HEADERS = 32 * 1024;
  /** Bytes of a request line: some clients put a whole batch into the query. */
  private static final int MAX_REQUEST_LINE = 256 * 1024;
  private static final int MAX_CONNECTIONS = 4096;
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Kept, since a logger nobody keeps forgets its level. The library's chatter at start says nothing to anybody. */
  private static final java.util.logging.Logger LIBRARY = java.util.logging.Logger.getLogger("io.helidon");

  static {
    LIBRARY.setLevel(java.util.logging.Level.WARNING);
  }

  private final WebServer server;

  private HttpServer(WebServer server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param host address to listen on
   * @param port 0 picks a free one
   * @throws StartFailure when the port is taken, not allowed, or the host is not this machine's
   */
  public static HttpServer start(String host, int port, Router router, RequestIds ids) {
    requireFree(host, port);
    var server = WebServer.builder()
        .host(host)
        .port(port)
        .maxTcpConnections(MAX_CONNECTIONS)
        .idleConnectionTimeout(IDLE)
        .shutdownGracePeriod(GRACE)
        .shutdownHook(false) // the application stops itself, in its own order
        .connectionOptions(socket -> socket.tcpNoDelay(true)) // else the end of a long answer waits 40 ms for an ACK
        .addProtocol(Http1Config.builder()
            .validatePrologue(false) // real PHP clients send a raw | in the query
            .maxHeadersSize(MAX_HEADERS)
            .maxPrologueLength(MAX_REQUEST_LINE)
            .build())
        .directHandlers(unreadable(router))
        .routing(routing -> routing.any((req, res) -> serve(router, ids, req, res)))
        .build();
    server.start();
    if (!server.isRunning()) { // Helidon logs why, and returns as if it had started
      throw new StartFailure("cannot listen on port " + port + " of " + host + ": see the log, or choose another"
          + " with --port");
    }
    return new HttpServer(server);
  }

  /** Loads what a server needs, without serving: worth doing while a database starts. */
  public static void warm() {
    WebServer.builder().port(0).shutdownHook(false)
        .addProtocol(Http1Config.builder().build())
        .routing(routing -> routing.any((_, res) -> res.send())).build();
  }

  /** The port in use. */
  public int port() {
    return server.port();
  }

  /** Stops accepting, lets running requests end within ten seconds, then stops. */
  @Override
  public void close() {
    server.stop();
  }

  /**
   * Tries a port before the server does, since the server keeps the reason of a failure to itself; and before
   * anything slow is started in vain.
   *
   * @throws StartFailure when it cannot be listened on, with what to do
   */
  public static void requireFree(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new StartFailure("no such host " + host + ": give a name or address of this machine with --host", e);
    } catch (BindException e) {
      var why = String.valueOf(e.getMessage());
      throw new StartFailure(why.contains("Permission")
          ? "port " + port + " is kept for the system's own programs: choose one above 1023 with --port"
          : why.contains("assign")
              ? "host " + host + " is not an address of this machine: choose another with --host"
              : "port " + port + " on " + host + " is taken: stop the other program, or choose another with --port"
                  + " (0 picks a free one)", e);
    } catch (IOException e) {
      throw new StartFailure("cannot listen on port " + port + " of " + host + ": " + e.getMessage(), e);
    }
  }

  private static void serve(Router router, RequestIds ids, ServerRequest req, ServerResponse res) {
    var headers = headers(req);
    var id = ids.idFor(headers.first("X-Request-Id"));
    MDC.put("request", id);
    try {
      var body = new Incoming(req);
      var request = new Request(req.prologue().method().text(), path(req),
          req.prologue().query().rawValue(), headers, body, peer(req), id, Map.of());
      send(router.handle(request), id, closes(req), res);
    } finally {
      MDC.remove("request");
    }
  }

  /** Decoded, but for what would become a slash or an escape: the router decodes those where they stand. */
  private static String path(ServerRequest req) {
    var raw = req.path().rawPath();
    return Segments.ambiguous(raw) ? Segments.decodedButSlashes(raw) : req.path().path();
  }

  private static Headers headers(ServerRequest req) {
    var pairs = new ArrayList<String>(2 * req.headers().size());
    for (var header : req.headers()) {
      for (var value : header.allValues()) {
        pairs.add(header.name());
        pairs.add(value);
      }
    }
    return Headers.of(pairs.toArray(String[]::new));
  }

  private static String peer(ServerRequest req) {
    return req.remotePeer().address() instanceof java.net.InetSocketAddress inet
        ? inet.getAddress().getHostAddress() : "";
  }

  /** Whether the other side wants the connection to end with this answer: it says so, or it is of before 1.1. */
  private static boolean closes(ServerRequest req) {
    return req.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
        || req.prologue().protocolVersion().equals("1.0")
            && !req.headers().containsToken(HeaderValues.CONNECTION_KEEP_ALIVE);
  }

  private static void send(Response response, String id, boolean asked, ServerResponse res) {
    res.status(Status.create(response.status()));
    response.headers().forEach((name, value) -> res.headers().add(HeaderNames.create(name), value));
    res.header("X-Request-Id", id);
    boolean closing = asked || response.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    if (closing) {
      res.header(HeaderValues.CONNECTION_CLOSE);
    }
    switch (response.content()) {
      case Response.Content.Bytes(var bytes) -> res.send(bytes);
      case Response.Content.Stream(var writer) -> stream(writer, res);
    }
    if (closing) { // Helidon sends the header and then waits for the other side
      throw new CloseConnectionException("closed as announced");
    }
  }

  /** Not closed when the writer fails: closing would end the answer as if it were whole. */
  private static void stream(Response.Content.Writer writer, ServerResponse res) {
    try {
      var out = res.outputStream();
      writer.writeTo(out);
      out.close();
    } catch (IOException | UncheckedIOException | CloseConnectionException e) { // the last: the reader went away
      LOG.debug("an answer was cut off", e);
      throw new CloseConnectionException("an answer was cut off", e);
    } catch (RuntimeException e) {
      LOG.error("an answer was cut off", e);
      throw new CloseConnectionException("an answer was cut off", e);
    }
  }

  private static DirectHandlers unreadable(Router router) {
    DirectHandler ours = (request, _, status, _, _) -> {
      // Nothing of ours throws to here, so what Helidon calls its own error is bytes that it could not parse.
      var answer = router.unreadable(request.path(), status.code() < 500 ? status.code() : 400);
      var headers = ServerResponseHeaders.create();
      answer.headers().forEach((name, value) -> headers.add(HeaderNames.create(name), value));
      return DirectHandler.TransportResponse.builder()
          .status(Status.create(answer.status())).headers(headers).entity(answer.bytes()).keepAlive(false).build();
    };
    var handlers = DirectHandlers.builder();
    for (var type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, ours);
    }
    return handlers.build();
  }

  private record Incoming(ServerRequest request) implements Body {
    @Override
    public InputStream stream() {
      return request.content().hasEntity() ? new Framed(request.content().inputStream()) : InputStream.nullInputStream();
    }
  }

  /** Helidon says in its own exceptions what it could not read of a body, and quotes it; they end here. */
  private static final class Framed extends FilterInputStream {
    Framed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (RuntimeException e) {
        throw new Body.BodyBroken();
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (RuntimeException e) {
        throw new Body.BodyBroken();
      }
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } catch (RuntimeException e) {
        throw new Body.BodyBroken();
      }
    }
  }
}
