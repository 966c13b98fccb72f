package id.jejak.verify.bench.chain;

import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Who looked at this patient between two moments, over HTTP, in an audit of ten million lines of one year. The lines are put
 * into the table without their hashes: they are looked at, not verified. Patients have a hundred lines each, one has a
 * hundredth of all.
 */
final class AuditLooks {
  private static final String BASE = "/facility/v1";
  private static final int LINES_EACH = 100;
  private static final int FAMOUS = 7;
  private static final int MOST_MILLIS = 1_000;

  private final Stage stage;

  AuditLooks(Stage stage) {
    this.stage = stage;
  }

  List<Line> run() throws IOException, SQLException {
    int lines = stage.sized(10_000_000, 50_000);
    stage.progress(String.format(Locale.ROOT, "preparing %,d lines of the audit", lines));
    try (var connection = stage.connect(); var statement = connection.createStatement()) {
      statement.execute("truncate access.audit_entry");
      // numbers far above those of the chain, which goes on meanwhile
      statement.execute("""
          insert into access.audit_entry (facility, seq, id, at, staff, glass, operation, deed, patient, purpose, hash)
          select 'rs-sarana-a', 1000000000 + i, i, now() - (%1$d - i) * (interval '365 days' / %1$d), 11 + i %% 7, false,
                 'access.patient.read', 'READ', case when i %% 100 = 0 then %2$d else 1000000 + i %% %3$d end, 'treatment',
                 decode(md5(i::text) || md5(i::text), 'hex')
            from generate_series(1, %1$d) i
          """.formatted(lines, FAMOUS, lines / LINES_EACH));
      statement.execute("vacuum (analyze) access.audit_entry");
      statement.execute("checkpoint");
    }
    var random = new Random(1);
    return List.of(
        once(lines, "any patient, the whole year", () -> "/audit/patients/" + (1_000_000
            + random.nextInt(lines / LINES_EACH / 100) * 100 + 1 + random.nextInt(99)) + "?from=2020-01-01T00:00:00Z"),
        once(lines, "one with a hundredth of all, the last 30 days", () -> "/audit/patients/" + FAMOUS),
        once(lines, "one with a hundredth of all, the whole year", () -> "/audit/patients/" + FAMOUS
            + "?from=2020-01-01T00:00:00Z"),
        once(lines, "what one of the staff did, the last 30 days", () -> "/audit/staff/12"));
  }

  private Line once(int lines, String name, Supplier<String> path) throws IOException, SQLException {
    try (var worker = new Auditor(stage, path)) {
      var measure = new Measure();
      for (int round = 0; round < stage.warmups() + stage.rounds(); round++) {
        stage.load().fully(List.of(worker), stage.seconds(), round < stage.warmups() ? new Measure() : measure);
      }
      return new Line(String.format(Locale.ROOT, "audit of %,d lines: %s", lines, name), "answers", measure, null,
          List.of(new Aim("all < " + MOST_MILLIS + " ms", line -> line.ours().millis(1) < MOST_MILLIS)));
    }
  }

  private static final class Auditor implements Worker {
    private final Wire wire;
    private final Supplier<String> path;
    private final String head;

    Auditor(Stage stage, Supplier<String> path) throws IOException {
      this.wire = new Wire(stage.port());
      this.path = path;
      var session = wire.call(Wire.request("POST", BASE + "/login", "application/json",
          "{\"username\":\"auditor.rs\",\"password\":\"jejak-fasilitas\"}".getBytes(StandardCharsets.UTF_8)));
      head = "application/json\r\nAuthorization: Bearer " + Json.read(session).path("token").asString("");
    }

    @Override
    public long call() throws IOException {
      var answer = wire.call(Wire.request("GET", BASE + path.get(), head, new byte[0]));
      if (answer.indexOf("\"entries\":[{") < 0) {
        throw new IOException("no entries: " + answer.substring(0, Math.min(300, answer.length())));
      }
      return 1;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
