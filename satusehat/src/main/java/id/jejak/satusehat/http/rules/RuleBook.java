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
    /** A date with time in UTC. */
    FORMAT(true),
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
   * @param allowed systems, types, or the kind of identifier
   */
  public record Row(String number, Kind kind, String path, Set<String> allowed) {
    /** Copies. */
    public Row {
      allowed = java.util.Collections.unmodifiableSet(new TreeSet<>(allowed));
    }

    /** The type of resource. */
    public String type() {
      return path.isEmpty() ? "" : path.substring(0, path.indexOf('.'));
    }

    /** The path below the resource. */
    String below() {
      return path.substring(path.indexOf('.') + 1);
    }
  }

  private static final String TABLE = "rules.tsv";
  /** The dictionary, version 2.0, and the numbers that were seen in answers but are not in it. */
  public static final RuleBook DICTIONARY = read();

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, List<Row>> byType = new HashMap<>();
  private final Map<String, String> byShape = new HashMap<>();

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
        cells[3].isEmpty() ? Set.of() : Set.of(cells[3].split("\\|")));
    rows.add(row);
    byType.computeIfAbsent(row.type(), _ -> new ArrayList<>()).add(row);
    if (row.kind == Kind.BINDING || row.kind == Kind.TYPE) {
      byShape.putIfAbsent(row.path, row.number);
    }
  }

  /** Every number, in order. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  List<Row> of(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The number of the rule that asks for the shape of an element, by its path without indexes. */
  Optional<String> shape(String path) {
    return Optional.ofNullable(byShape.get(path));
  }
}
