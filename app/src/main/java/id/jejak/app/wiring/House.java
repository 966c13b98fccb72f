package id.jejak.app.wiring;

import id.jejak.app.web.Metrics;
import id.jejak.app.web.OwnFaults;
import id.jejak.app.web.OwnRoutes;
import id.jejak.app.web.Probe;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.observe.Health;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.kernel.observe.Traffic;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything running: an installation and the web in front of it. Closing stops the web first. */
public final class House implements AutoCloseable {
  private final Installation installation;
  private final HttpServer server;
  private final Front front;
  private final List<Mount> mounts;
  private final String url;

  private House(Installation installation, HttpServer server, Front front, List<Mount> mounts, String url) {
    this.installation = installation;
    this.server = server;
    this.front = front;
    this.mounts = List.copyOf(mounts);
    this.url = url;
  }

  /**
   * Starts everything.
   *
   * @param host name or address to listen on
   * @param port 0 picks a free one
   * @throws id.jejak.kernel.config.StartFailure when it cannot, with what to do; nothing is left running then
   */
  public static House start(Wiring wiring, Plan plan, String host, int port, InstantSource machine, Steps steps) {
    HttpServer.requireFree(host, port);
    var installation = Installation.open(wiring, plan, machine, steps);
    try {
      return steps.take("web", () -> serve(installation, plan, host, port, machine));
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  private static House serve(Installation installation, Plan plan, String host, int port, InstantSource machine) {
    var parts = installation.parts();
    var front = plan.demo() ? Front.withSandbox(installation, machine) : Front.plain(installation, machine);
    var mounts = new ArrayList<>(front.mounts());
    var metrics = new Metrics(installation.db());
    parts.forEach(part -> part.meters(metrics.registry()));
    mounts.add(new OwnRoutes(new Health(Map.of("database", new Probe(installation.db()::alive))), metrics).mount());
    var router = new Router(mounts, OwnFaults.FAULTS, new Traffic(metrics.registry()));
    front.inside(router);
    var server = HttpServer.start(host, port, router, new RequestIds(new SecureRandom().nextLong()));
    var url = url(host, server.port());
    front.reachable(url);
    parts.forEach(part -> part.reachable(URI.create(url)));
    return new House(installation, server, front, mounts, url);
  }

  /** An address that a browser on this machine can open. */
  private static String url(String host, int port) {
    try {
      var address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress()) {
        return "http://127.0.0.1:" + port;
      }
      return "http://" + (address instanceof Inet6Address && host.indexOf(':') >= 0 ? "[" + host + "]" : host)
          + ":" + port;
    } catch (UnknownHostException e) {
      return "http://" + host + ":" + port;
    }
  }

  /** Scheme, host and port. */
  public String url() {
    return url;
  }

  /** Everything that is served, the house's own pages last. */
  public List<Mount> mounts() {
    return mounts;
  }

  /** The demo world by part; empty when there is none. */
  public Map<String, Object> world() {
    return front.world();
  }

  /** Stops the web, lets running requests end, then stops jobs, connections and our own PostgreSQL. */
  @Override
  public void close() {
    front.close(); // live pages would hold up the server's end
    try {
      server.close();
    } finally {
      installation.close();
    }
  }
}
