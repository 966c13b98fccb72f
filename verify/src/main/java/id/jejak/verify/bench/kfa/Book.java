package id.jejak.verify.bench.kfa;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.http.synthetic.Dirt;
import id.jejak.kfa.http.synthetic.SyntheticCatalogue;
import id.jejak.kfa.store.Row;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The server's dictionary: filled once to the real size, asked with a token of the demo world's first client. */
final class Book {
  private static final int SEED = 20261122;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(30);
  private static final int SAMPLE = 1_000;

  private final Stage stage;
  private final String token;
  private @Nullable Line loaded;

  Book(Stage stage) throws IOException {
    this.stage = stage;
    try (var wire = new Wire(stage.port())) {
      var client = Json.read(utf8(wire.call(plain("GET", "/sandbox/world", "", "application/json", ""))))
          .path("satusehat").path("clients").path(0);
      token = Json.read(wire.call(plain("POST", "/oauth2/v1/accesstoken?grant_type=client_credentials", "",
          "application/x-www-form-urlencoded", "client_id=" + client.path("client_id").asString() + "&client_secret="
              + client.path("client_secret").asString()))).path("access_token").asString();
    }
  }

  /** Bytes were read as one character each. */
  static String utf8(String answer) {
    return new String(answer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static byte[] plain(String method, String path, String header, String type, String body) {
    return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "Content-Type: " + type
        + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] get(String path) {
    return plain("GET", path, "Authorization: Bearer " + token + "\r\n", "application/json", "");
  }

  byte[] post(String path, String json) {
    return plain("POST", path, "Authorization: Bearer " + token + "\r\n", "application/json", json);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Makes a dictionary, loads it and waits until its names are found; once. */
  Line fill() throws IOException {
    var there = loaded;
    if (there != null) {
      return there;
    }
    int farmasi = stage.sized(SyntheticCatalogue.REAL_FARMASI, 1_500);
    int alkes = stage.sized(SyntheticCatalogue.REAL_ALKES, 3_000);
    stage.progress(String.format(Locale.ROOT, "making and loading %,d medicines and %,d devices", farmasi, alkes));
    var measure = new Measure();
    stage.load().once(new Filling(SyntheticCatalogue.of(SEED, farmasi, alkes, Dirt.USUAL)), measure);
    loaded = new Line("generate, load and index", "rows", measure, null, List.of(Aim.seconds(60)));
    return loaded;
  }

  private final class Filling implements Worker {
    private final SyntheticCatalogue catalogue;

    Filling(SyntheticCatalogue catalogue) {
      this.catalogue = catalogue;
    }

    @Override
    public long call() throws IOException {
      long start = System.nanoTime();
      var file = Files.createTempFile(stage.data(), "rows-", ".ndjson");
      long rows = write(file);
      stage.progress(String.format(Locale.ROOT, "made in %.1f s", (System.nanoTime() - start) / 1e9));
      try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
        var answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage.port() + "/kfa/import"))
            .header("Authorization", "Bearer " + token).POST(BodyPublishers.ofFile(file)).build(),
            BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("the dictionary was not loaded: " + answer.body());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while loading", e);
      } finally {
        Files.delete(file);
      }
      stage.progress(String.format(Locale.ROOT, "loaded after %.1f s", (System.nanoTime() - start) / 1e9));
      indexed();
      stage.progress(String.format(Locale.ROOT, "indexed after %.1f s", (System.nanoTime() - start) / 1e9));
      return rows;
    }

    private long write(Path file) throws IOException {
      long rows = 0;
      try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        for (var all = catalogue.rows(); all.hasNext(); rows++) {
          Row row = all.next();
          out.write(Json.write((Object) row.document()));
          out.write('\n');
        }
      }
      return rows;
    }

    /** Waits until a name is found that only the new dictionary has, spelt as nobody would. */
    private void indexed() throws IOException {
      long end = System.nanoTime() + PATIENCE;
      var code = codes("93").getLast();
      try (var wire = new Wire(stage.port())) {
        var search = get("/kfa/search?size=1&q=" + code);
        while (!wire.call(search).contains(code)) {
          if (System.nanoTime() > end) {
            throw new IllegalStateException("the names of the new dictionary are not found");
          }
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
      }
    }

    @Override
    public void close() {
      stage.progress("the dictionary is there");
    }
  }

  /** Codes that begin so, evenly drawn from all of them. */
  List<String> codes(String beginning) {
    return strings("""
        select code
          from (select code, row_number() over (order by code) as place, count(*) over () as total
                  from kfa.product
                 where generation = 2 and code like ? || '%') numbered
         where place % greatest(1, total / ?) = 0
         order by code
        """, beginning);
  }

  /** Registration numbers. */
  List<String> nies() {
    return strings("""
        select nie
          from (select nie, row_number() over (order by nie) as place, count(*) over () as total
                  from kfa.product
                 where generation = 2 and code is not null and nie like ? || '%') numbered
         where place % greatest(1, total / ?) = 0
         order by nie
        """, "");
  }

  /** Numbers of the public catalogue. */
  List<String> lkpps() {
    return strings("""
        select lkpp
          from (select lkpp, row_number() over (order by lkpp) as place, count(*) over () as total
                  from kfa.product
                 where generation = 2 and code is not null and lkpp like ? || '%') numbered
         where place % greatest(1, total / ?) = 0
         order by lkpp
        """, "");
  }

  /** Names of templates of medicines. */
  List<String> names() {
    return strings("""
        select name
          from (select name, row_number() over (order by code) as place, count(*) over () as total
                  from kfa.template
                 where generation = 2 and code like ? || '%') numbered
         where place % greatest(1, total / ?) = 0
         order by name
        """, "92");
  }

  private List<String> strings(String sql, String beginning) {
    var found = new ArrayList<String>();
    try (var connection = stage.connect(); var statement = connection.prepareStatement(sql)) {
      statement.setString(1, beginning);
      statement.setInt(2, SAMPLE);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the dictionary cannot be sampled", e);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("the dictionary has nothing of the kind to ask for");
    }
    return found;
  }

  /** An answer of the server, as JSON. */
  JsonNode ask(byte[] request) throws IOException {
    try (var wire = new Wire(stage.port())) {
      return Json.read(utf8(wire.call(request)));
    }
  }
}
