package id.jejak.app.docs;

import java.util.Collection;
import java.util.Set;

/** A piece of HTML that is safe to send: text becomes part of it only escaped. Immutable. */
record Html(String markup) {
  private static final Set<String> VOID = Set.of("meta", "link");

  /** An attribute of the element it is given to. */
  record Attribute(String name, String value) {}

  static Attribute attr(String name, String value) {
    return new Attribute(name, value);
  }

  /** An element of attributes first, then text, pieces, and collections of them. */
  static Html el(String tag, Object... parts) {
    var out = new StringBuilder("<").append(tag);
    int content = 0;
    while (content < parts.length && parts[content] instanceof Attribute(var name, var value)) {
      out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
      content++;
    }
    out.append('>');
    for (int i = content; i < parts.length; i++) {
      append(out, parts[i]);
    }
    if (!VOID.contains(tag)) {
      out.append("</").append(tag).append('>');
    }
    return new Html(out.toString());
  }

  private static void append(StringBuilder out, Object part) {
    switch (part) {
      case Html(var markup) -> out.append(markup);
      case String text -> out.append(escaped(text));
      case Collection<?> many -> many.forEach(one -> append(out, one));
      default -> throw new IllegalArgumentException("neither HTML nor text: " + part.getClass());
    }
  }

  private static String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(c);
      }
    });
    return out.toString();
  }
}
