package id.jejak.verify.kill;

import id.jejak.verify.bench.Wire;
import id.jejak.kernel.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Packs that are always moved by the same calls, one after the other, and how many of these calls were answered with
 * success. Belongs to one thread at a time.
 */
abstract sealed class Parcel {
  static final int DISTRIBUTOR = 284;
  static final int HOSPITAL = 123;

  final String name;
  private int acknowledged;

  private Parcel(String name) {
    this.name = name;
  }

  /** The barcodes that seed it, as the sandbox wants them. */
  abstract List<Map<String, String>> seeds();

  /** True when no step is left. */
  abstract boolean finished();

  /** The next step, as a request. */
  abstract byte[] next(Map<Integer, String> tokens);

  /** How many steps the database knows of; fails when a step is there in part, or led elsewhere. */
  abstract int applied(Connection connection) throws SQLException;

  int acknowledged() {
    return acknowledged;
  }

  void acknowledge() {
    acknowledged++;
  }

  /** After a restart: a step that was on its way may have been done. */
  void goOnFrom(int applied) {
    acknowledged = applied;
  }

  private static byte[] send(Map<Integer, String> tokens, int from, int to, List<String> barcodes) {
    return Wire.request("POST", "/api/v3/barcode/send", Json.write(Map.of("token", tokens.get(from),
        "id_sarana_tujuan", to, "barcode", barcodes)));
  }

  private static byte[] receive(Map<Integer, String> tokens, int at, List<String> barcodes) {
    return Wire.request("POST", "/api/v3/barcode/receive",
        Json.write(Map.of("token", tokens.get(at), "barcode", barcodes)));
  }

  /** Loose packs that go to and fro for ever. */
  static final class Loose extends Parcel {
    private static final int PACKS = 5;

    Loose(String name) {
      super(name);
    }

    private List<String> barcodes() {
      return java.util.stream.IntStream.range(0, PACKS).mapToObj(i -> name + "P" + i).toList();
    }

    @Override
    List<Map<String, String>> seeds() {
      return barcodes().stream().map(one -> Map.of("barcode", one, "level", "primer")).toList();
    }

    @Override
    boolean finished() {
      return false;
    }

    @Override
    byte[] next(Map<Integer, String> tokens) {
      return switch (acknowledged() % 4) {
        case 0 -> send(tokens, DISTRIBUTOR, HOSPITAL, barcodes());
        case 1 -> receive(tokens, HOSPITAL, barcodes());
        case 2 -> send(tokens, HOSPITAL, DISTRIBUTOR, barcodes());
        default -> receive(tokens, DISTRIBUTOR, barcodes());
      };
    }

    @Override
    int applied(Connection connection) throws SQLException {
      int applied = Asked.number(connection, """
          select case when min(cardinality(trail)) = max(cardinality(trail)) and count(*) = ?
                      then min(cardinality(trail)) - 1 else -1 end
            from ttac.pack
           where key = any(?)
          """, PACKS, connection.createArrayOf("text", barcodes().toArray()));
      if (applied < 0) {
        throw new AssertionError("a movement of " + name + " was done for some of its packs only");
      }
      int step = applied % 4;
      int right = Asked.number(connection, """
          select count(*)
            from ttac.pack
           where key = any(?)
             and path[cardinality(path)] = ?
             and coalesce(transit_to, 0) = ?
          """, connection.createArrayOf("text", barcodes().toArray()), step < 2 ? DISTRIBUTOR : HOSPITAL,
          step == 1 ? HOSPITAL : step == 3 ? DISTRIBUTOR : 0);
      if (right != PACKS) {
        throw new AssertionError(name + " is not where " + applied + " movements lead");
      }
      return applied;
    }
  }

  /** A tersier of two sekunder of two primers: sent, one primer received alone, then the rest. */
  static final class Nested extends Parcel {
    private static final int STEPS = 3;

    Nested(String name) {
      super(name);
    }

    @Override
    List<Map<String, String>> seeds() {
      var all = new java.util.ArrayList<Map<String, String>>();
      all.add(Map.of("barcode", name + "T", "level", "tersier"));
      for (int s = 0; s < 2; s++) {
        all.add(Map.of("barcode", name + "S" + s, "level", "sekunder", "parent", name + "T"));
        for (int p = 0; p < 2; p++) {
          all.add(Map.of("barcode", name + "S" + s + "P" + p, "level", "primer", "parent", name + "S" + s));
        }
      }
      return all;
    }

    @Override
    boolean finished() {
      return acknowledged() == STEPS;
    }

    @Override
    byte[] next(Map<Integer, String> tokens) {
      return switch (acknowledged()) {
        case 0 -> send(tokens, DISTRIBUTOR, HOSPITAL, List.of(name + "T"));
        case 1 -> receive(tokens, HOSPITAL, List.of(name + "S0P0"));
        default -> receive(tokens, HOSPITAL, List.of(name + "T"));
      };
    }

    @Override
    int applied(Connection connection) throws SQLException {
      int moved = Asked.number(connection, "select cardinality(trail) - 1 from ttac.pack where key = ?", name + "T");
      int cut = Asked.number(connection, """
          select count(*)
            from ttac.pack
           where key = ? and parent is null and path = '{284,123}' and transit_to is null and cardinality(trail) = 4
          """, name + "S0P0");
      int inside = Asked.number(connection, "select count(*) from ttac.pack where key = ? and parent is not null",
          name + "S0P0");
      if (cut + inside != 1) {
        throw new AssertionError("the receipt of one primer of " + name + " was done in part");
      }
      return moved + cut;
    }
  }
}
