package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Form.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What words of Indonesian lists mean: other names, forms, salts, things that are no medicine. Immutable. */
final class Lexicon {
  private static final String FILE = "lexicon.tsv";
  /** Words of the longest phrase. */
  static final int LONGEST = 6;

  /** What a phrase means. */
  sealed interface Meaning {
    /** Another name for what these words say. */
    record Same(String words) implements Meaning {}

    /** One name for several substances, given as the key under which it is found. */
    record Combo(String key) implements Meaning {}

    /** A dosage form. */
    record Shaped(Form form) implements Meaning {}

    /** A container, which leaves several forms open. */
    record Container(Set<Shape> shapes) implements Meaning {}

    /** The active ingredient is let out slowly. */
    record Slow() implements Meaning {}

    /** The other half of a salt. */
    record Salt(String key) implements Meaning {}

    /** Says nothing. */
    record Noise() implements Meaning {}

    /** No medicine. */
    record Device(String words) implements Meaning {}
  }

  private final Map<String, Meaning> phrases = new HashMap<>();
  private final Set<String> whole = new HashSet<>();
  private final Map<String, Integer> lengths = new HashMap<>();
  private final List<Map.Entry<String, String>> combos = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private final Scanner scanner = new Scanner(whole::contains);

  private Lexicon() {}

  /** Reads the one that comes with the program. */
  static Lexicon load() {
    var lexicon = new Lexicon();
    for (var line : lines()) {
      var parts = line.split("\t");
      if (parts.length != 3) {
        throw new IllegalStateException(FILE + " has a line without three columns: " + line);
      }
      for (var phrase : parts[1].split(",")) {
        lexicon.keepWhole(phrase.strip());
      }
    }
    for (var line : lines()) {
      var parts = line.split("\t");
      for (var phrase : parts[1].split(",")) {
        lexicon.add(phrase.strip(), meaning(parts));
        if (parts[0].equals("same") && phrase.strip().matches("[a-z]+")) {
          lexicon.aliases.add(phrase.strip());
        }
      }
      if (parts[0].equals("combo")) {
        lexicon.combos.add(Map.entry(comboKey(parts), parts[2].strip()));
      }
    }
    return lexicon;
  }

  private void keepWhole(String phrase) {
    for (var word : phrase.split(" ")) {
      if (word.matches("[a-z]+[0-9][a-z0-9]*")) {
        whole.add(word);
      }
    }
  }

  private static Meaning meaning(String[] parts) {
    var value = parts[2].strip();
    return switch (parts[0]) {
      case "same" -> new Meaning.Same(value);
      case "combo" -> new Meaning.Combo(comboKey(parts));
      case "form" -> new Meaning.Shaped(Form.of(value));
      case "unit" -> new Meaning.Container(shapes(value));
      case "release" -> new Meaning.Slow();
      case "salt" -> new Meaning.Salt(Spelling.key(value));
      case "noise" -> new Meaning.Noise();
      case "device" -> new Meaning.Device(value.equals("-") ? "" : value);
      default -> throw new IllegalStateException(FILE + " has a line of unknown kind " + parts[0]);
    };
  }

  private static Set<Shape> shapes(String value) {
    var shapes = EnumSet.noneOf(Shape.class);
    Arrays.stream(value.split(",")).map(Shape::valueOf).forEach(shapes::add);
    return shapes;
  }

  private void add(String phrase, Meaning meaning) {
    var keys = scanner.scan(phrase).stream().map(token -> Spelling.key(token.text())).toList();
    if (keys.isEmpty() || keys.size() > LONGEST) {
      throw new IllegalStateException(FILE + " has a phrase of " + keys.size() + " words: " + phrase);
    }
    var joined = String.join(" ", keys);
    if (phrases.putIfAbsent(joined, meaning) == null) {
      lengths.merge(keys.getFirst(), keys.size(), Math::max);
    }
  }

  /** The first name of a combination stands for all its names: it is the word under which it is found. */
  private static String comboKey(String[] parts) {
    return "=" + Spelling.key(parts[1].split(",")[0].strip().replace(" ", ""));
  }

  Scanner scanner() {
    return scanner;
  }

  /** Combinations: the key of each, and the substances that it stands for, {@code +} between them. */
  List<Map.Entry<String, String>> combos() {
    return List.copyOf(combos);
  }

  /** Other names of substances that are one word. */
  List<String> aliases() {
    return List.copyOf(aliases);
  }

  /** Words of the longest phrase that starts with this one; 0 when none does. */
  int longest(String key) {
    return lengths.getOrDefault(key, 0);
  }

  /** What a phrase means, its words' keys joined by blanks. */
  @Nullable Meaning meaning(String keys) {
    return phrases.get(keys);
  }

  private static List<String> lines() {
    InputStream in = Lexicon.class.getResourceAsStream(FILE);
    if (in == null) {
      throw new IllegalStateException(FILE + " is missing beside " + Lexicon.class.getName());
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
