package id.jejak.kfa.http.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables beside this package: one thing a line, parted by bars, with remarks behind number signs. */
final class Table {
  private static final String FOLDER = "/id/jejak/kfa/synthetic/";

  private Table() {}

  /** Lines of a table without its remarks. */
  static List<String> lines(String name) {
    try (var in = Table.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the table " + name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the table " + name + " cannot be read", e);
    }
  }

  /** Rows of a table, each with exactly so many columns. */
  static List<List<String>> rows(String name, int columns) {
    var rows = new ArrayList<List<String>>();
    for (var line : lines(name)) {
      rows.add(columns(line, columns, name));
    }
    return rows;
  }

  /** Columns of one line. */
  static List<String> columns(String line, int columns, String name) {
    var cells = List.of(line.split("\\|", -1));
    if (cells.size() != columns) {
      throw new IllegalStateException(name + ": " + cells.size() + " columns instead of " + columns + " in: " + line);
    }
    return cells;
  }

  /** A list inside a column. */
  static List<String> list(String cell, String between) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(between));
  }
}
