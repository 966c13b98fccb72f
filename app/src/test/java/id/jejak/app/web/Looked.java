package id.jejak.app.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a look at a page found.
 *
 * @param lang that the page says it speaks
 * @param words everything that is read or heard there and is not marked as data or as another language
 * @param amiss what eyes or keyboards would stumble over
 */
record Looked(String lang, Set<String> words, List<String> amiss) {
  private static final String FAINT = resource("faint.js");
  private static final String SCRIPT = "() => { const faint = " + FAINT + "; return (" + resource("look.js") + ")(); }";
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final List<String> LINES = resource("same-words.txt").lines().map(String::strip)
      .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
  private static final Set<String> SAME = LINES.stream().filter(line -> !line.startsWith("~")).collect(Collectors.toSet());
  private static final Pattern WHOLE = Pattern.compile(LINES.stream().filter(line -> line.startsWith("~"))
      .map(line -> line.substring(1)).collect(Collectors.joining("|")));
  /** An operation's id, a date, an address: nobody translates what has a number, a dot or a dash inside. */
  private static final Pattern CODE = Pattern.compile("\\S*[\\d@_<>{}=]\\S*|[A-Za-z]+[.-][a-z]\\S*");
  private static final Pattern BETWEEN = Pattern.compile("[\\s(),:;·/+→←×\"]+");
  private static final Pattern END = Pattern.compile("[.!?…]+$");
  private static final Set<String> NAMED = Set.of("button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio",
      "spinbutton", "listbox", "image", "img", "Date", "DateTime", "InputTime", "menuitem", "tab", "switch");

  private static String resource(String name) {
    try (var in = Looked.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at a page as it is shown now; what is folded is unfolded. */
  @SuppressWarnings("unchecked")
  static Looked at(Page page) {
    var found = (Map<String, Object>) page.evaluate(SCRIPT);
    return new Looked((String) found.get("lang"), new LinkedHashSet<>((Collection<String>) found.get("words")),
        new ArrayList<>((Collection<String>) found.get("amiss")));
  }

  /** Texts that are too faint to be read; what is folded stays folded, and the keyboard where it is. */
  @SuppressWarnings("unchecked")
  static List<String> faint(Page page) {
    return new ArrayList<>((Collection<String>) page.evaluate(FAINT));
  }

  /** What Chromium's accessibility tree has no name for, though people must be told what it is. */
  static List<String> nameless(CDPSession session) {
    var nameless = new ArrayList<String>();
    for (var element : session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes")) {
      var node = element.getAsJsonObject();
      if (!node.get("ignored").getAsBoolean() && NAMED.contains(text(node, "role")) && text(node, "name").isBlank()) {
        var which = new JsonObject();
        which.add("backendNodeId", node.get("backendDOMNodeId"));
        nameless.add("no name: " + text(node, "role") + " "
            + session.send("DOM.describeNode", which).getAsJsonObject("node").get("attributes"));
      }
    }
    return nameless;
  }

  private static String text(JsonObject node, String member) {
    return node.has(member) && node.getAsJsonObject(member).has("value")
        ? node.getAsJsonObject(member).get("value").getAsString() : "";
  }

  /**
   * What reads the same in another language, though it has words that are nobody's name.
   *
   * @param data names and values of the world that is shown, which are the same in every language, the longest first
   */
  List<String> untranslated(Looked other, List<String> data) {
    return words.stream().filter(other.words()::contains).filter(piece -> !WHOLE.matcher(piece).matches()).filter(piece -> {
      var rest = Arrays.stream(piece.split(" ")).filter(word -> !CODE.matcher(word).matches())
          .collect(Collectors.joining(" "));
      return strange(rest) && strange(without(rest, data));
    }).map(piece -> "the same in both languages: " + piece).toList();
  }

  private static String without(String piece, List<String> data) {
    var rest = piece;
    for (var value : data) {
      rest = rest.contains(value) ? rest.replace(value, " ") : rest;
    }
    return rest;
  }

  private static boolean strange(String text) {
    return Arrays.stream(BETWEEN.split(text)).map(word -> END.matcher(word).replaceAll(""))
        .anyMatch(word -> WORD.matcher(word).find() && !SAME.contains(word));
  }
}
