package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Suite;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** TTAC's measurements, in the order in which they run: the larger tables last. */
public final class TtacSuite implements Suite {
  private interface Measurement {
    List<Line> run(Stage stage, World world) throws IOException, SQLException;
  }

  private final Map<String, Measurement> all = new LinkedHashMap<>();

  /** All of them. */
  public TtacSuite() {
    all.put("floor", (stage, world) -> new Logins(stage, world).floor());
    all.put("login", (stage, world) -> new Logins(stage, world).run());
    all.put("receive", (stage, world) -> new ReceiveLoose(stage, world).run());
    all.put("tersier", (stage, world) -> new ReceiveTersier(stage, world).run());
    all.put("single", (stage, world) -> new SinglePacks(stage, world).run());
    all.put("pending", (stage, world) -> new PendingList(stage, world).run());
    all.put("import", (stage, world) -> new ImportFile(stage, world).run());
    all.put("trace", (stage, world) -> new TraceOne(stage, world).run());
  }

  @Override
  public List<String> names() {
    return List.copyOf(all.keySet());
  }

  @Override
  public void warmUp(Stage stage) throws IOException, SQLException {
    try (var world = new World(stage)) {
      new WarmUp(stage, world).run();
    }
  }

  @Override
  public List<Line> run(String name, Stage stage) throws IOException, SQLException {
    try (var world = new World(stage)) {
      return all.get(name).run(stage, world);
    }
  }
}
