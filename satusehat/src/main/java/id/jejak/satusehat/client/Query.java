package id.jejak.satusehat.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What to search by; a comma in a value means or, two parameters mean and. Immutable. */
public final class Query {
  /** Everything of a type, page by page. */
  public static final Query ALL = new Query("");

  private final String text;

  private Query(String text) {
    this.text = text;
  }

  /** By an identifier. */
  public static Query identifier(String system, String value) {
    return where("identifier", system + "|" + value);
  }

  /** By any parameter of the type, such as {@code subject}. */
  public static Query where(String name, String value) {
    return ALL.and(name, value);
  }

  /** And by this one. */
  public Query and(String name, String value) {
    return new Query(text + (text.isEmpty() ? "" : "&") + encoded(name) + "=" + encoded(value));
  }

  /** Adds what the matches refer to by a parameter. */
  public Query including(String type, String parameter) {
    return and("_include", type + ":" + parameter);
  }

  /** So many matches a page. */
  public Query count(int entries) {
    return and("_count", Integer.toString(entries));
  }

  /** As it stands behind the question mark. */
  String text() {
    return text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
