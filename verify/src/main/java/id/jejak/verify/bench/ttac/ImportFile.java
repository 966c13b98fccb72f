package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * A producer's file of a million rows by one call: sekunder, each before its hundred primers. Bare SQL copies the
 * same rows, with ids and keys made beforehand, straight into the table, and counts what is in each sekunder.
 */
final class ImportFile {
  private static final int INSIDE = 100;
  private static final int ROUNDS = 2;

  private final Stage stage;
  private final World world;
  private final int rows;

  ImportFile(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
    this.rows = stage.sized(1_000_000, 20_200);
  }

  List<Line> run() throws IOException, SQLException {
    var request = Wire.request("POST", World.BASE + "/barcode/import?file=packs.csv&token="
        + world.token(World.DISTRIBUTOR), "text/csv", written(ImportFile::csv));
    var copied = written(ImportFile::copy);
    var ours = new Measure();
    var bare = new Measure();
    try (var http = new Http(stage, () -> request, rows); var sql = new Copying(stage.connect(), copied)) {
      for (int round = 0; round <= ROUNDS; round++) {
        stage.progress(String.format(Locale.ROOT, "importing %,d rows, round %d of %d", rows, round, ROUNDS));
        once(http, round == 0 ? new Measure() : ours);
        once(sql, round == 0 ? new Measure() : bare);
      }
    }
    return List.of(new Line(String.format(Locale.ROOT, "import a file of %,d rows", rows), "rows", ours, bare,
        List.of(Aim.ratio(0.5))));
  }

  private void once(Worker worker, Measure into) {
    world.clear();
    world.lots(1);
    world.execute("checkpoint", java.util.Map.of());
    stage.load().once(worker, into);
  }

  private interface Lines {
    void write(PrintStream out, int row, boolean holder, int sekunder);
  }

  private byte[] written(Lines lines) {
    var bytes = new ByteArrayOutputStream(rows * INSIDE);
    try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      for (int row = 0; row < rows; row++) {
        lines.write(out, row, row % (INSIDE + 1) == 0, row / (INSIDE + 1));
      }
    }
    return bytes.toByteArray();
  }

  private static void csv(PrintStream out, int row, boolean holder, int sekunder) {
    if (row == 0) {
      out.print("barcode,level,parent,nie,batch_no,exp_date\n");
    }
    if (holder) {
      out.print("SKD" + sekunder + ",sekunder,,GKL1222251000A1,B0000,2029-06-30\n");
    } else {
      out.print("90GKL1222251000A1\u001d10B0000\u001d1729063021" + serial(row) + ",primer,SKD" + sekunder
          + ",GKL1222251000A1,B0000,2029-06-30\n");
    }
  }

  /** id, key, barcode, level, status, lot, parent, joined, path, trail. */
  private static void copy(PrintStream out, int row, boolean holder, int sekunder) {
    int parent = sekunder * (INSIDE + 1) + 1;
    if (holder) {
      out.print((row + 1) + "\tSKD" + sekunder + "\tSKD" + sekunder + "\t2\t1\t\\N\t\\N\t\\N\t{284}\t{1}\n");
    } else {
      out.print((row + 1) + "\t\u001dNGKL1222251000A1\u001dB0000\u001d290630\u001d" + serial(row)
          + "\t90GKL1222251000A1\u001d10B0000\u001d1729063021" + serial(row) + "\t1\t1\t1\t" + parent
          + "\t1\t\\N\t{1}\n");
    }
  }

  private static String serial(int row) {
    return "SN" + (100_000_000 + row);
  }

  private record Copying(Connection connection, byte[] rows) implements Worker {
    @Override
    public long call() throws SQLException, IOException {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("""
            insert into ttac.event (kind, at, sarana, packs, request) values (0, now(), 284, '{}', 'bare')
            """);
        long copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
            copy ttac.pack (id, key, barcode, level, status, lot, parent, joined, path, trail) from stdin
            """, new java.io.ByteArrayInputStream(rows));
        statement.execute("""
            insert into ttac.content (parent, lot, status, primers)
            select parent, lot, status, count(*)
              from ttac.pack
             where parent is not null
             group by parent, lot, status
            """);
        connection.commit();
        return copied;
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
