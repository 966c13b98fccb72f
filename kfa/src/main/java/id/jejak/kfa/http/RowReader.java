package id.jejak.kfa.http;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.store.Row;
import id.jejak.kfa.store.Row.Kind;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Rows out of a stream of answers of the official service, or of plain rows: pages of every version, details, metadata,
 * arrays of rows, one row after another. What a row is, it tells by its members. Memory does not grow with the stream.
 * For one thread.
 */
final class RowReader implements Iterator<Row>, AutoCloseable {
  /** Members of answers in which rows are looked for. */
  private static final Set<String> WRAPPERS = Set.of("items", "data", "result", "meta");
  /** Members with which answers begin, and rows do not. */
  private static final Set<String> ANSWERS = Set.of("total", "page", "size", "limit", "items", "search_code",
      "search_identifier", "result", "status", "error", "message", "meta", "data", "atc_code", "tag_code");

  private final JsonParser parser;
  private @Nullable Row next;
  private boolean ended;
  private boolean twice;

  RowReader(InputStream in) {
    parser = Json.parser(in);
  }

  /** The stream is no JSON, or holds something that is no row. The message quotes nothing of it. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String what) {
      super(what, null, false, false);
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = read();
      } catch (JacksonException | NumberFormatException e) { // whose words quote the stream
        throw new Unreadable("not readable as JSON" + place());
      }
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows");
    }
    var row = java.util.Objects.requireNonNull(next);
    next = null;
    return row;
  }

  private @Nullable Row read() {
    for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.PROPERTY_NAME) {
        name();
      } else if (token == JsonToken.START_OBJECT) {
        var around = parser.streamReadContext().getParent();
        if (around == null || around.inRoot()) {
          var bare = bareRow();
          if (bare != null) {
            return row(bare);
          }
        } else if (around.inArray() || "result".equals(around.currentName())) {
          return row(parser.readValueAsTree());
        }
      }
    }
    return null;
  }

  /** An object that stands alone is a row, unless it begins as an answer does. */
  private @Nullable JsonNode bareRow() {
    twice = false;
    var row = JsonNodeFactory.instance.objectNode();
    for (var token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
      var name = parser.currentName();
      if (row.isEmpty() && ANSWERS.contains(name)) {
        name();
        return null;
      }
      parser.nextToken();
      row.set(name, parser.<JsonNode>readValueAsTree());
    }
    return row.isEmpty() ? null : row;
  }

  /** Goes on into a wrapper, and past anything else; version 3 says its rows twice. */
  private void name() {
    var name = parser.currentName();
    boolean wrapper = WRAPPERS.contains(name);
    if (name.equals("data")) {
      var around = parser.streamReadContext().getParent();
      boolean inMeta = around != null && "meta".equals(around.currentName());
      wrapper = inMeta || !twice;
      twice |= inMeta;
    }
    if (!wrapper) {
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private Row row(JsonNode node) {
    var kind = kind(node);
    if (kind == null) {
      throw new Unreadable("an object that is neither a product, a price, an ATC node nor a tag" + place());
    }
    return new Row(kind, node);
  }

  private static @Nullable Kind kind(JsonNode node) {
    if (node.has("price_unit")) {
      return Kind.PRICE;
    }
    if (node.has("display_name") && node.has("kfa_code")) {
      return Kind.ALKES_V3;
    }
    if (node.has("product_template") || node.has("active_ingredients")) {
      return Kind.PRODUCT_V2;
    }
    if (node.has("kfa_code")) {
      return Kind.TEMPLATE_V3;
    }
    if (node.has("code") && node.has("level")) {
      return node.has("description") ? Kind.TAG : Kind.ATC;
    }
    return null;
  }

  private String place() {
    var at = parser.currentTokenLocation();
    return " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  @Override
  public void close() {
    parser.close();
  }
}
