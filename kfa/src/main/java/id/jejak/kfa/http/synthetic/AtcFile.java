package id.jejak.kfa.http.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.jejak.kfa.store.Row;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a user's own copy of the anatomical therapeutic chemical classification, for which that user has whatever
 * permission it needs. A CSV file in UTF-8 with a first line of names; needed are a column {@code code} (or
 * {@code atc_code}) and a column {@code name} (or {@code atc_name}); others are passed over. A code that comes several
 * times, as in lists with one line for each dose, counts once. Stateless.
 */
public final class AtcFile {
  /** Lines that are read; the classification has about seven thousand codes. */
  public static final int MOST = 50_000;
  private static final Pattern CODE = Pattern.compile("[A-Z](\\d\\d([A-Z]([A-Z](\\d\\d)?)?)?)?");
  private static final int[] LENGTHS = {1, 3, 4, 5, 7};

  private AtcFile() {}

  /** The file cannot be used; the message says which line and why. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads the file wholly.
   *
   * @return a row for each code, parents before their children
   * @throws Unusable when a column is missing, or a line has no code that can be one
   */
  public static List<Row> read(Reader file) {
    var names = new java.util.TreeMap<String, String>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (var line : csv) {
        var code = cell(line, "code").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
          throw new Unusable("line " + line.getStartingLineNumber() + ": no ATC code in its column code", null);
        }
        names.putIfAbsent(code, cell(line, "name").strip());
        if (names.size() > MOST) {
          throw new Unusable("more than " + MOST + " codes: this is not the classification", null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CsvParseException e) {
      throw new Unusable("not a CSV file: check its quotation marks", e);
    }
    return rows(names);
  }

  private static String cell(NamedCsvRecord line, String name) {
    Map<String, String> cells = new HashMap<>();
    line.getFieldsAsMap().forEach((header, cell) ->
        cells.put(header.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT), cell));
    return Optional.ofNullable(cells.get(name)).or(() -> Optional.ofNullable(cells.get("atc_" + name)))
        .orElseThrow(() -> new Unusable("no column " + name + " in the first line: name it code and name", null));
  }

  private static List<Row> rows(Map<String, String> names) {
    var rows = new ArrayList<Row>();
    for (int level = 1; level <= LENGTHS.length; level++) {
      for (var one : names.entrySet()) {
        if (level(one.getKey()) == level) {
          var above = parent(one.getKey()).map(code -> names.getOrDefault(code, "")).orElse(null);
          rows.add(Row.of(Row.Kind.ATC, row(one.getKey(), one.getValue(), null, above)));
        }
      }
    }
    return rows;
  }

  /** The level of a code, from 1 to 5. */
  static int level(String code) {
    int level = 1;
    while (LENGTHS[level - 1] != code.length()) {
      level++;
    }
    return level;
  }

  private static Optional<String> parent(String code) {
    int level = level(code);
    return level == 1 ? Optional.empty() : Optional.of(code.substring(0, LENGTHS[level - 2]));
  }

  /** A row of the classification with the members of the document's sample. */
  static ObjectNode row(String code, String name, @Nullable String schedule, @Nullable String nameAbove) {
    var row = Pieces.object().put("code", code).put("name", name).put("level", Integer.toString(level(code)));
    Pieces.text(row, "schedule_code", schedule);
    var above = parent(code);
    if (above.isEmpty()) {
      row.putNull("parent");
    } else {
      var parent = row.putObject("parent").put("code", above.get());
      parent.put("name", nameAbove == null ? "" : nameAbove).put("level", Integer.toString(level(code) - 1));
    }
    return row;
  }
}
