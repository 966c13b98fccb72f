package id.jejak.verify.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** All that is measured of one system. */
public interface Suite {
  /** Names of its measurements, in the order in which they run. */
  List<String> names();

  /** Works the server until its compiler has nothing left to do. Not measured. */
  void warmUp(Stage stage) throws IOException, SQLException;

  /** Prepares and runs one measurement. */
  List<Line> run(String name, Stage stage) throws IOException, SQLException;

  /** What was found besides, by name; asked for when everything has run. */
  default Map<String, String> found() {
    return Map.of();
  }
}
