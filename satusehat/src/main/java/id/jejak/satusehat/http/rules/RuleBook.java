package id.jejak.satusehat.http.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rule dictionary as a table: each number with the element that it is about, and how it is looked at. The
 * dictionary's own texts are not in it. Immutable, thread-safe.
 */
public final class RuleBook {
  /** How a rule is looked at. */
  public enum Kind {
    /** The codings of an element come from one of these systems. */
    SYSTEM(true),
    /** The element is there; where types are named, it refers to one of them. */
    PRESENT(true),
    /** The reference leads to one of these types. */
    TARGET(true),
    /** One of the identifiers is of this kind, and in the name of the sender's organization. */
    IDENTIFIER(true),
    /** A date with time in UTC, or a whole date. */
    FORMAT(true),
    /** A code that is one of these. */
    VALUE(true),
    /** A number: the shape has it, of every element that is one. */
    NUMBER(true),
    /** Told under another number, which says the same of an element that is not named either. */
    SAME(true),
    /** A code of FHIR's own value set: the shape has it. */
    BINDING(true),
    /** A JSON type: the shape has it. */
    TYPE(true),
    /** Looked at by a piece of code of its own. */
    CODE(true),
    /** Answered by the server itself, always. */
    SERVER(true),
    /** Needs a list of codes that was not published as data. */
    TERMINOLOGY(false),
    /** The dictionary does not say which element it is about, or names one that FHIR R4 does not have. */
    VAGUE(false),
    /** Needs more than the resource, or something this server does not have. */
    OPEN(false);

    private final boolean done;

    Kind(boolean done) {
      this.done = done;
    }

    /** True for a rule that is looked at. */
    public boolean done() {
      return done;
    }
  }

  /**
   * A rule of the dictionary.
   *
   * @param path the element, without indexes; empty for none
   * @param allowed systems, types, codes, or the kind of identifier; one that ends in {@code *} allows whatever
   *     begins like it
   * @param note what the row stands on where the dictionary does not say it, or why it is not looked at; may be empty
   */
  public record Row(String number, Kind kind, String path, Set<String> allowed, String note) {
    /** Copies. */
    public Row {
      allowed = java.util.Collections.unmodifiableSet(new TreeSet<>(allowed));
    }

    /** The type of resource. */
    public String type() {
      return path.isEmpty() ? "" : path.substring(0, path.indexOf('.'));
    }

    /** True for a value that is allowed. */
    boolean allows(String value) {
      return allowed.contains(value) || allowed.stream().anyMatch(one -> one.endsWith(ANY)
          && value.startsWith(one.substring(0, one.length() - 1)));
    }

    /** The path below the resource. */
    String below() {
      return path.substring(path.indexOf('.') + 1);
    }
  }

  /** Ends what allows everything that begins like it; alone, it allows every type of resource. */
  static final String ANY = "*";
  private static final String TABLE = "rules.tsv";
  /** The dictionary, version 2.0, and the numbers that were seen in answers but are not in it. */
  public static final RuleBook DICTIONARY = read();

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, List<Row>> byType = new HashMap<>();
  private final Map<String, String> byShape = new HashMap<>();

  private String number = "";

  private RuleBook() {}

  private static RuleBook read() {
    var book = new RuleBook();
    try (var in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(TABLE), TABLE + " is not packed");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).forEach(book::row);
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " could not be read", e);
    }
    return book;
  }

  private void row(String[] cells) {
    var row = new Row(cells[0], Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2],
        cells[3].isEmpty() ? Set.of() : Set.of(cells[3].split("\\|")), cells[4]);
    rows.add(row);
    if (row.kind == Kind.NUMBER) {
      number = row.number;
    }
    byType.computeIfAbsent(row.type(), _ -> new ArrayList<>()).add(row);
    if (row.kind == Kind.BINDING || row.kind == Kind.TYPE) {
      byShape.putIfAbsent(row.path, row.number);
    }
  }

  /** Every number, in order. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The number of the rule that asks for numbers where an element is one. */
  String number() {
    return number;
  }

  List<Row> of(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The number of the rule that asks for the shape of an element, by its path without indexes. */
  Optional<String> shape(String path) {
    return Optional.ofNullable(byShape.get(path));
  }
}
