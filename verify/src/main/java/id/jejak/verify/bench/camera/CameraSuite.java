package id.jejak.verify.bench.camera;

import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Suite;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.camera.Phone.Shot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pictures of cameras that the house reads: the processor time of one, by what it shows, and how many phones with four a
 * second are carried.
 */
public final class CameraSuite implements Suite {
  private static final String CODE = "SGTDEV001PRM0001";
  private static final String NONE = "\"codes\":[]";
  private static final int A_SECOND = 4;
  private static final List<Integer> PHONES = List.of(2, 4, 8, 16, 32);

  private final Map<String, String> found = new LinkedHashMap<>();

  /** All of it. */
  public CameraSuite() {}

  @Override
  public List<String> names() {
    return List.of("frame", "phones");
  }

  @Override
  public void warmUp(Stage stage) throws IOException {
    try (var phone = new Phone(stage.port(), mixed(scenes(stage)), 0, new AtomicInteger())) {
      stage.load().fully(List.of(phone), stage.warming(), new Measure());
    }
  }

  @Override
  public List<Line> run(String name, Stage stage) throws IOException {
    var scenes = scenes(stage);
    return name.equals("frame") ? frames(stage, scenes) : phones(stage, mixed(scenes));
  }

  /** By what they show; the sharp one only has an answer with a code. */
  private static Map<String, byte[]> scenes(Stage stage) throws IOException {
    var symbol = symbol(stage.port());
    var sharp = Scene.with(symbol);
    var all = new LinkedHashMap<String, byte[]>();
    all.put("nothing to read", Scene.empty().jpeg());
    all.put("one DataMatrix", sharp.jpeg());
    all.put("the same out of focus", sharp.blurred().jpeg());
    return all;
  }

  private static byte[] symbol(int port) throws IOException {
    try (var wire = new Wire(port); var http = HttpClient.newHttpClient()) {
      var token = Json.read(wire.call(Wire.request("POST", "/api/v3/auth/login",
          "{\"email\": \"gudang@pbf-nusantara.example\", \"password\": \"jejak-284\"}".getBytes(
          java.nio.charset.StandardCharsets.UTF_8)))).at("/data/user/token").asString();
      return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v3/barcode/symbol?token="
          + token + "&carrier=datamatrix&barcode=" + CODE)).build(), BodyHandlers.ofByteArray()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Shot shot(Map.Entry<String, byte[]> scene, boolean thorough) {
    return new Shot(scene.getValue(), thorough, scene.getKey().startsWith("one") ? CODE : NONE);
  }

  /** As a page sends them: each fourth is looked at longer; half of them are between two packs. */
  private static List<Shot> mixed(Map<String, byte[]> scenes) {
    var kinds = List.copyOf(scenes.entrySet());
    var order = List.of(0, 1, 0, 2, 1, 0, 2, 0);
    var all = new ArrayList<Shot>();
    for (int i = 0; i < 4 * order.size(); i++) {
      all.add(shot(kinds.get(order.get((i + i / order.size()) % order.size())), i % 4 == 3));
    }
    return all;
  }

  private List<Line> frames(Stage stage, Map<String, byte[]> scenes) throws IOException {
    var lines = new ArrayList<Line>();
    lines.add(full(stage, "no picture: session and form only", List.of(new Shot(new byte[8], false, NONE))));
    for (var scene : scenes.entrySet()) {
      for (boolean thorough : new boolean[] {false, true}) {
        lines.add(full(stage, scene.getKey() + (thorough ? ", thoroughly" : ", at a glance"),
            List.of(shot(scene, thorough))));
      }
    }
    return lines;
  }

  private Line full(Stage stage, String name, List<Shot> shots) throws IOException {
    var measure = new Measure();
    try (var phone = new Phone(stage.port(), shots, 0, new AtomicInteger())) {
      stage.load().fully(List.of(phone), stage.seconds(), new Measure());
      for (int i = 0; i < stage.rounds(); i++) {
        stage.load().fully(List.of(phone), stage.seconds(), measure);
      }
    }
    found.put("processor of the server, " + name, String.format(Locale.ROOT, "%.1f ms a picture",
        1_000 * measure.cpu().server() / Math.max(1, measure.units())));
    return new Line(name, "pictures", measure, null, List.of());
  }

  private List<Line> phones(Stage stage, List<Shot> shots) throws IOException {
    var lines = new ArrayList<Line>();
    for (int many : PHONES) {
      var refused = new AtomicInteger();
      var phones = new ArrayList<Phone>();
      try {
        for (int i = 0; i < many; i++) {
          phones.add(new Phone(stage.port(), shots, i * 3, refused));
        }
        var measure = new Measure();
        stage.load().paced(phones, A_SECOND * many, stage.seconds(), new Measure());
        refused.set(0);
        for (int i = 0; i < stage.rounds(); i++) {
          stage.load().paced(phones, A_SECOND * many, stage.seconds(), measure);
        }
        found.put(many + " phones", String.format(Locale.ROOT, "%.0f%% of %d pictures refused, %.2f processors",
            100.0 * refused.get() / Math.max(1, measure.units()), measure.units(), measure.cpu().server()
                * measure.perSecond() / Math.max(1, measure.units())));
        lines.add(new Line(many + " phones, " + A_SECOND + " pictures a second each", "pictures", measure, null,
            List.of()));
      } finally {
        for (var phone : phones) {
          phone.close();
        }
      }
    }
    return lines;
  }

  @Override
  public Map<String, String> found() {
    return found;
  }
}
