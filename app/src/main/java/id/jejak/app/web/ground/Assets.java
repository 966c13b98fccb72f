package id.jejak.app.web.ground;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Style, scripts and pictures of the pages, from the class path. An address carries a hash of the content, so it may be
 * kept for ever. Each is read and pressed when it is first asked for, and then kept. Thread-safe.
 */
public final class Assets {
  private static final String OURS = "/id/jejak/app/web/";
  private static final int HASH = 12;

  /** Where an asset lies, and what it is. */
  private record Place(String resource, String type) {}

  private record Asset(String hash, String type, byte[] plain, byte[] pressed) {}

  private final Map<String, Place> places;
  private final ConcurrentHashMap<String, Asset> read = new ConcurrentHashMap<>();

  /** The assets of the house. */
  public Assets() {
    places = Map.of(
        "jejak.css", new Place(OURS + "jejak.css", "text/css; charset=utf-8"),
        "jejak.js", new Place(OURS + "jejak.js", "text/javascript; charset=utf-8"),
        "camera.js", new Place(OURS + "camera.js", "text/javascript; charset=utf-8"),
        "clips.js", new Place(OURS + "clips.js", "text/javascript; charset=utf-8"),
        "display.js", new Place(OURS + "display.js", "text/javascript; charset=utf-8"),
        "jejak.svg", new Place(OURS + "jejak.svg", "image/svg+xml"),
        "htmx.js", new Place("webjar:htmx.org/dist/htmx.min.js", "text/javascript; charset=utf-8"));
  }

  /** Where pages find an asset. */
  public String address(String name) {
    return "/assets/" + asset(name).hash() + "/" + name;
  }

  /** Serves {@code /assets/{hash}/{name}}; an address of an older build gets today's content, not to be kept. */
  public Response serve(Request request) {
    var name = request.var("name");
    if (!places.containsKey(name)) {
      return Response.of(404, "text/plain; charset=utf-8", "no such file");
    }
    var asset = asset(name);
    var kept = asset.hash().equals(request.var("hash")) ? "public, max-age=31536000, immutable" : "no-cache";
    var tag = '"' + asset.hash() + '"';
    if (request.header("If-None-Match").filter(tag::equals).isPresent()) {
      return new Response(304, id.jejak.kernel.http.Headers.of("ETag", tag, "Cache-Control", kept),
          new Response.Content.Bytes(new byte[0]));
    }
    boolean presses = request.header("Accept-Encoding").filter(all -> all.contains("gzip")).isPresent();
    var answer = Response.of(200, asset.type(), presses ? asset.pressed() : asset.plain())
        .with("ETag", tag).with("Cache-Control", kept).with("Vary", "Accept-Encoding")
        .with("X-Content-Type-Options", "nosniff");
    return presses ? answer.with("Content-Encoding", "gzip") : answer;
  }

  private Asset asset(String name) {
    return read.computeIfAbsent(name, _ -> {
      var place = places.get(name);
      if (place == null) {
        throw new IllegalArgumentException("no asset " + name + ", known: " + places.keySet());
      }
      var plain = bytes(located(place.resource()));
      return new Asset(hash(plain), place.type(), plain, pressed(plain));
    });
  }

  /** The version of a webjar is in its path; the jar itself knows it, so it need not be written down again here. */
  private static String located(String resource) {
    if (!resource.startsWith("webjar:")) {
      return resource;
    }
    var path = resource.substring("webjar:".length());
    var jar = path.substring(0, path.indexOf('/'));
    var version = new Properties();
    try (var in = Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/" + jar + "/pom.properties")) {
      version.load(java.util.Objects.requireNonNull(in, jar + " is not on the class path"));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return "/META-INF/resources/webjars/" + jar + "/" + version.getProperty("version") + path.substring(jar.length());
  }

  private static byte[] bytes(String resource) {
    try (var in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path: build again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  static byte[] pressed(byte[] plain) {
    var out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
