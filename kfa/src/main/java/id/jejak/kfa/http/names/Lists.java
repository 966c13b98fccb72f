package id.jejak.kfa.http.names;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.NameOperations;
import id.jejak.kfa.domain.name.Mapping.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import tools.jackson.databind.JsonNode;

/**
 * Reads a list of a facility: JSON, CSV with any usual separator, or the first sheet of a workbook. What it is, its
 * bytes say.
 */
final class Lists {
  private static final int ROW = 64 * 1024;
  private static final int CELL = 1000;
  private static final Map<String, Set<String>> HEADINGS = Map.of(
      "name", Set.of("name", "nama", "nama_brng", "local_name", "nama_obat", "nama_barang", "obat", "namaobat", "item",
          "description", "uraian", "nama_item"),
      "code", Set.of("code", "kode", "kode_brng", "kode_obat", "kode_barang", "id", "kd_brng", "local_code"),
      "unit", Set.of("unit", "satuan", "kode_sat", "sat", "satuan_kecil", "uom", "kode_satkecil"),
      "price", Set.of("price", "harga", "h_beli", "dasar", "harga_satuan", "ralan", "harga_beli"),
      "kfa_code", Set.of("kfa_code", "obat_code", "kfa", "kode_kfa"));

  private Lists() {}

  /** Not a list; the message says why, and shows nothing of it. */
  static final class NoList extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoList(String message) {
      super(message, null, false, false);
    }
  }

  /** A row of a stored mapping: the list's row, and what it was mapped to. */
  record Mapped(Row row, String kfaCode) {}

  static List<Mapped> read(byte[] body) {
    var rows = startsWith(body, "PK\u0003\u0004") ? workbook(body)
        : json(body) ? objects(body) : csv(new String(body, StandardCharsets.UTF_8));
    if (rows.isEmpty()) {
      throw new NoList("the list has no rows");
    }
    return rows;
  }

  private static boolean json(byte[] body) {
    for (byte b : body) {
      if (!Character.isWhitespace(b)) {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] body, String magic) {
    return body.length >= magic.length()
        && new String(body, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }

  private static List<Mapped> objects(byte[] body) {
    JsonNode root;
    try {
      root = Json.read(body);
    } catch (Json.Unreadable e) {
      throw new NoList("the body is not readable as JSON");
    }
    var items = root.isArray() ? root : root.path("items");
    if (!items.isArray()) {
      throw new NoList("there is no array items");
    }
    var rows = new ArrayList<Mapped>();
    for (var item : items) {
      add(rows, text(item, "code"), text(item, "name"), text(item, "unit"), text(item, "price"),
          text(item, "kfa_code"));
    }
    return rows;
  }

  private static String text(JsonNode item, String name) {
    var node = item.isString() && name.equals("name") ? item : item.path(name);
    return node.isValueNode() && !node.isNull() ? node.asString("") : "";
  }

  private static void add(List<Mapped> rows, String code, String name, String unit, String price, String kfaCode) {
    if (name.isBlank() && kfaCode.isBlank()) {
      return;
    }
    if (rows.size() == NameOperations.LIST_ROWS) {
      throw new NoList("the list has more than " + NameOperations.LIST_ROWS + " rows: send it in parts");
    }
    rows.add(new Mapped(new Row(cut(code), cut(name), cut(unit), cut(price)), cut(kfaCode)));
  }

  private static String cut(String text) {
    var bare = text.strip();
    return bare.length() > CELL ? bare.substring(0, CELL) : bare;
  }

  private static List<Mapped> csv(String body) {
    var text = body.startsWith("\ufeff") ? body.substring(1) : body;
    var first = text.lines().findFirst().orElse("");
    char separator = ',';
    for (char candidate : new char[] {';', '\t', '|'}) {
      separator = count(first, candidate) > count(first, separator) ? candidate : separator;
    }
    var table = new Table();
    try (var reader = CsvReader.builder().fieldSeparator(separator).allowExtraFields(true).allowMissingFields(true)
        .maxBufferSize(ROW).ofCsvRecord(text)) {
      for (var record : reader) {
        table.line(record.getFields());
      }
    } catch (CsvParseException e) {
      throw new NoList("the table breaks off: a quote is never closed, or a row is longer than " + ROW + " characters");
    } catch (IOException e) {
      throw new NoList("the table cannot be read");
    }
    return table.rows;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static List<Mapped> workbook(byte[] body) {
    var table = new Table();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(body));
        var rows = book.getFirstSheet().openStream()) {
      rows.forEach(row -> table.line(row.stream().map(Lists::text).toList()));
    } catch (NoList e) {
      throw e;
    } catch (IOException | RuntimeException e) { // whatever a damaged archive does to its reader
      throw new NoList("the workbook is damaged");
    }
    return table.rows;
  }

  private static String text(@org.jspecify.annotations.Nullable Cell cell) {
    return cell == null || cell.getText() == null ? "" : cell.getText();
  }

  /** Rows below a line of headings; without one the first column is the name, the second the unit. */
  private static final class Table {
    private final List<Mapped> rows = new ArrayList<>();
    private Map<String, Integer> columns = Map.of();

    void line(List<String> cells) {
      if (columns.isEmpty()) {
        columns = headings(cells);
        if (!columns.isEmpty()) {
          return;
        }
        columns = Map.of("name", 0, "unit", 1, "price", 2);
      }
      add(rows, cell(cells, "code"), cell(cells, "name"), cell(cells, "unit"), cell(cells, "price"),
          cell(cells, "kfa_code"));
    }

    private static Map<String, Integer> headings(List<String> cells) {
      var found = new HashMap<String, Integer>();
      for (int i = 0; i < cells.size(); i++) {
        var heading = cells.get(i).strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        for (var known : HEADINGS.entrySet()) {
          if (known.getValue().contains(heading)) {
            found.putIfAbsent(known.getKey(), i);
          }
        }
      }
      return found.containsKey("name") || found.containsKey("kfa_code") ? found : Map.of();
    }

    private String cell(List<String> cells, String column) {
      int at = columns.getOrDefault(column, -1);
      return at >= 0 && at < cells.size() ? cells.get(at) : "";
    }
  }
}
