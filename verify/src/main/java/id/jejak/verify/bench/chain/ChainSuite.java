package id.jejak.verify.bench.chain;

import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Suite;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chain's measurements. */
public final class ChainSuite implements Suite {
  private interface Measurement {
    List<Line> run(Stage stage) throws IOException, SQLException;
  }

  private final Map<String, Measurement> all = new LinkedHashMap<>();

  /** All of them. */
  public ChainSuite() {
    all.put("journey", stage -> new Journeys(stage).run());
    all.put("outbox", stage -> new OutboxDrain(stage).run());
    all.put("dispense", stage -> new PharmacyLines(stage).dispensing());
    all.put("verify", stage -> new PharmacyLines(stage).verifying());
    all.put("recall", stage -> new PharmacyLines(stage).recalling());
    all.put("audit", stage -> new AuditLooks(stage).run());
  }

  @Override
  public List<String> names() {
    return List.copyOf(all.keySet());
  }

  @Override
  public void warmUp(Stage stage) {
    // each measurement begins with a round that is not measured
  }

  @Override
  public List<Line> run(String name, Stage stage) throws IOException, SQLException {
    return all.get(name).run(stage);
  }
}
