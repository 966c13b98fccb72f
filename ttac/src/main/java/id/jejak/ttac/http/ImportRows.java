package id.jejak.ttac.http;

import id.jejak.kernel.db.Texts;
import id.jejak.ttac.contract.DateText;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.http.upload.Table;
import id.jejak.ttac.http.upload.UnreadableFile;
import id.jejak.ttac.store.ImportStore.Fault;
import id.jejak.ttac.store.ImportStore.Row;
import id.jejak.ttac.store.RegisterStore.Lot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of an imported file, each by itself: the first row names the columns, in any order; every other
 * one becomes a unit, and its faults are noted. Holds no rows, only the file's lots and the first faults. For one
 * file, on one thread.
 */
final class ImportRows implements Table.Lines {
  /** Names of columns, in the template's order. */
  static final List<String> COLUMNS =
      List.of("barcode", "level", "parent", "nie", "batch_no", "exp_date", "status", "lot_no", "id_kemasan");
  private static final List<String> MANDATORY = List.of("barcode", "level", "nie", "batch_no", "exp_date");
  private static final Map<String, String> ALSO = Map.of("barcode_level", "level", "batch", "batch_no");

  private record Batch(String nie, String batch) {}

  private record Dated(LocalDate expiry, long row) {}

  private final UnaryOperator<String> key;
  private final Consumer<Row> rows;
  private final Map<Lot, Integer> lots = new HashMap<>();
  private final List<Lot> inOrder;
  private final Map<Batch, Dated> dates = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int @Nullable [] places;
  private long faultCount;
  private boolean faulty;
  private @Nullable Lot last;
  private String lastParent = "";
  private @Nullable String lastParentKey;

  /**
   * A judge for one file.
   *
   * @param key the canonical key of a barcode
   * @param lots where each lot goes, once, before the first row that refers to it by its place
   * @param rows where units go, faulty ones too
   */
  ImportRows(UnaryOperator<String> key, List<Lot> lots, Consumer<Row> rows) {
    this.key = key;
    this.inOrder = lots;
    this.rows = rows;
  }

  /** The first faults, in the file's order. */
  List<Fault> faults() {
    return faults;
  }

  /** All faults. */
  long faultCount() {
    return faultCount;
  }

  @Override
  public void line(long number, String[] cells) {
    if (places == null) {
      places = header(cells);
    } else {
      row(number, cells, places);
    }
  }

  private static int[] header(String[] cells) {
    var found = new int[COLUMNS.size()];
    Arrays.fill(found, -1);
    for (int i = 0; i < cells.length; i++) {
      var name = cells[i].strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
      int column = COLUMNS.indexOf(ALSO.getOrDefault(name, name));
      if (column >= 0 && found[column] >= 0) {
        throw new UnreadableFile("the column " + COLUMNS.get(column) + " is there twice");
      }
      if (column >= 0) {
        found[column] = i;
      }
    }
    var missing = MANDATORY.stream().filter(name -> found[COLUMNS.indexOf(name)] < 0).toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFile("the first row must name the columns; missing: " + String.join(", ", missing));
    }
    return found;
  }

  private void row(long number, String[] cells, int[] at) {
    faulty = false;
    var barcode = text(number, cells, at, "barcode", Limits.BARCODE_LENGTH);
    if (barcode.isEmpty() && !faulty) {
      fault(number, "barcode", "", "is missing");
    }
    var parent = text(number, cells, at, "parent", Limits.BARCODE_LENGTH);
    var level = level(number, cells, at);
    if (level == Level.TERSIER && !parent.isEmpty()) {
      fault(number, "parent", parent, "a tersier is inside nothing");
    }
    var status = status(number, cells, at);
    int lot = level == Level.PRIMER ? lot(number, cells, at) : Row.NO_LOT;
    rows.accept(new Row(number, barcode.isEmpty() ? null : key.apply(barcode), barcode, level, status, lot,
        parentKey(parent), parent, faulty));
  }

  /** Rows of one holder stand together in most files, and reading a barcode is the dearest part of a row. */
  private @Nullable String parentKey(String parent) {
    if (!parent.equals(lastParent)) {
      lastParent = parent;
      lastParentKey = parent.isEmpty() ? null : key.apply(parent);
    }
    return lastParentKey;
  }

  private @Nullable Level level(long number, String[] cells, int[] at) {
    var word = cell(cells, at, "level").toLowerCase(Locale.ROOT);
    var level = Level.ofWord(word);
    if (level.isEmpty()) {
      fault(number, "level", word, word.isEmpty() ? "is missing" : "must be primer, sekunder or tersier");
    }
    return level.orElse(null);
  }

  private Status status(long number, String[] cells, int[] at) {
    var word = cell(cells, at, "status").toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return Status.ACTIVE;
    }
    var status = Status.ofWord(word);
    if (status.isEmpty()) {
      fault(number, "status", word, "must be active, registered, sample or reject");
    }
    return status.orElse(Status.REGISTERED);
  }

  private int lot(long number, String[] cells, int[] at) {
    var nie = needed(number, cells, at, "nie");
    var batch = needed(number, cells, at, "batch_no");
    var written = needed(number, cells, at, "exp_date");
    var lotNumber = text(number, cells, at, "lot_no", Limits.SHORT_LENGTH);
    var packaging = text(number, cells, at, "id_kemasan", Limits.SHORT_LENGTH);
    var expiry = DateText.read(written);
    if (!written.isEmpty() && expiry.isEmpty()) {
      fault(number, "exp_date", written, "must be a date as yyyy-mm-dd");
    }
    if (faulty || expiry.isEmpty()) {
      return Row.NO_LOT;
    }
    if (last != null && last.equals(new Lot(nie, batch, expiry.get(), lotNumber, packaging))) {
      return lots.get(last);
    }
    return lot(number, new Lot(nie, batch, expiry.get(), lotNumber, packaging));
  }

  /** A batch of a product has one date; a file that gives it two mixes up lots. */
  private int lot(long number, Lot lot) {
    var known = dates.get(new Batch(lot.nie(), lot.batch()));
    if (known != null && !known.expiry().equals(lot.expiry())) {
      fault(number, "exp_date", lot.expiry().toString(),
          "row " + known.row() + " gives the same batch the date " + known.expiry());
      return Row.NO_LOT;
    }
    if (lots.size() == Limits.IMPORT_LOTS && !lots.containsKey(lot)) {
      throw new UnreadableFile("row " + number + ": more than " + Limits.IMPORT_LOTS + " lots in one file");
    }
    dates.putIfAbsent(new Batch(lot.nie(), lot.batch()), new Dated(lot.expiry(), number));
    last = lot;
    @Nullable Integer place = lots.get(lot);
    if (place == null) {
      place = inOrder.size();
      inOrder.add(lot);
      lots.put(lot, place);
    }
    return place;
  }

  private String needed(long number, String[] cells, int[] at, String column) {
    long before = faultCount;
    var text = text(number, cells, at, column, Limits.SHORT_LENGTH);
    if (text.isEmpty() && faultCount == before) {
      fault(number, column, "", "is missing, and a primer needs it");
    }
    return text;
  }

  private String text(long number, String[] cells, int[] at, String column, int longest) {
    var text = cell(cells, at, column);
    if (text.length() > longest) {
      fault(number, column, text, "is longer than " + longest + " characters");
      return "";
    }
    if (!Texts.storable(text)) {
      fault(number, column, "", "holds a character that no barcode has");
      return "";
    }
    return text;
  }

  private static String cell(String[] cells, int[] at, String column) {
    int place = at[COLUMNS.indexOf(column)];
    return place >= 0 && place < cells.length ? cells[place].strip() : "";
  }

  private void fault(long row, String column, String value, String reason) {
    faulty = true;
    faultCount++;
    if (faults.size() < Limits.IMPORT_PROBLEMS) {
      faults.add(new Fault(row, column, value, reason));
    }
  }

  /** Nothing at all was in the file but white space. */
  boolean sawNothing() {
    return places == null;
  }
}
