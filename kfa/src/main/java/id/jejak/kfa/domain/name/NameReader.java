package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Form.Make;
import id.jejak.kfa.domain.name.Form.Shape;
import id.jejak.kfa.domain.name.Lexicon.Meaning;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of a medicine or device as Indonesian lists, and the dictionary, write it. Never fails, whatever the
 * text; takes microseconds. Immutable, thread-safe.
 */
public final class NameReader {
  private static final Set<String> COUNTED_BEFORE = Set.of("isi", "no", "nomor", "uk", "ukuran", "size", "kat",
      "kategori");
  private static final Set<String> SIZE_UNITS = Set.of("cm", "mm", "m", "inch", "inci", "fr", "ch", "way", "kg", "ply",
      "channel", "x");
  private static final int LETTERS_OF_NOISE = 3;
  /** Grams from which a mass in an ointment's name is that of the tube. */
  private static final double TUBE = 3;

  private final Lexicon lexicon;

  /** A reader with the lexicon of the program. */
  public NameReader() {
    this(Lexicon.load());
  }

  NameReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** Other names that are one word, and the key of the word that each stands for. */
  public Map<String, String> aliases() {
    var aliases = new TreeMap<String, String>();
    for (var alias : lexicon.aliases()) {
      var words = read(alias).words();
      if (words.size() == 1) {
        aliases.put(alias, words.getFirst().key());
      }
    }
    return aliases;
  }

  /** Reads a name that stands alone. */
  public Reading read(String name) {
    return read(name, "");
  }

  /**
   * Reads a name with its unit column.
   *
   * @param unit what the list counts it in, such as {@code Tablet}; only used where the name says nothing, as the
   *     column often contradicts it
   */
  public Reading read(String name, String unit) {
    var work = new Work();
    work.read(lexicon.scanner().scan(name));
    if (!unit.isBlank() && work.forms.isEmpty() && work.containers.isEmpty()) {
      var column = new Work();
      column.read(lexicon.scanner().scan(unit));
      work.containers.addAll(column.containers);
      column.forms.forEach(form -> work.containers.addAll(alike(form)));
      work.column = column.forms.stream().findFirst().map(form -> work.slow && form.make() == Make.PLAIN
          ? new Form(form.shape(), Make.SLOW) : form);
    }
    return work.reading(name);
  }

  /** A unit column says tablet of a caplet, too. */
  private static Set<Shape> alike(Form form) {
    return switch (form.shape()) {
      case TABLET, CAPLET -> EnumSet.of(Shape.TABLET, Shape.CAPLET, Shape.PILL, Shape.LOZENGE);
      case INJECTION -> EnumSet.of(Shape.INJECTION, Shape.INFUSION);
      case OINTMENT, CREAM -> EnumSet.of(Shape.OINTMENT, Shape.CREAM, Shape.GEL, Shape.EYE_OINTMENT);
      case SYRUP, SUSPENSION -> EnumSet.of(Shape.SYRUP, Shape.SUSPENSION, Shape.ELIXIR, Shape.EMULSION);
      case POWDER -> EnumSet.of(Shape.POWDER, Shape.GRANULE);
      case DROPS -> EnumSet.of(Shape.DROPS, Shape.EYE_DROPS, Shape.EAR_DROPS, Shape.ORAL_DROPS, Shape.NASAL_DROPS);
      case SOLUTION -> EnumSet.of(Shape.SOLUTION, Shape.SYRUP, Shape.SUSPENSION, Shape.INFUSION);
      default -> EnumSet.of(form.shape()); // a column rarely says more, and then it means it
    };
  }

  /** One name on its way. */
  private final class Work {
    private final PartsMaker parts = new PartsMaker();
    private final List<Form> forms = new ArrayList<>();
    private final Set<Shape> containers = EnumSet.noneOf(Shape.class);
    private final List<Strength> contents = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();
    private Optional<Form> column = Optional.empty();
    private boolean slow;
    private boolean device;
    private boolean named;
    private List<Token> tokens = List.of();

    void read(List<Token> all) {
      tokens = all;
      int i = 0;
      while (i < tokens.size()) {
        var token = tokens.get(i);
        int phrase = token.kind() == Token.Kind.SIGN ? 0 : phrase(i);
        if (phrase > 0) {
          i += phrase;
        } else if (token.number()) {
          i = number(i);
        } else {
          if (token.word()) {
            named = true;
            parts.word(token.text(), Spelling.stem(Spelling.key(token.text())));
          } else if (!token.sign('%')) {
            parts.end();
          }
          i++;
        }
      }
    }

    /** Takes the longest phrase of the lexicon that starts here; how many tokens it has, 0 when there is none. */
    private int phrase(int from) {
      var first = Spelling.key(tokens.get(from).text());
      int longest = Math.min(lexicon.longest(first), tokens.size() - from);
      var keys = new StringBuilder(first);
      @Nullable Meaning best = null;
      int length = 0;
      for (int n = 1; n <= longest; n++) {
        if (n > 1) {
          var next = tokens.get(from + n - 1);
          if (next.kind() == Token.Kind.SIGN) {
            break;
          }
          keys.append(' ').append(Spelling.key(next.text()));
        }
        var meaning = lexicon.meaning(keys.toString());
        if (meaning != null) {
          best = meaning;
          length = n;
        }
      }
      if (best != null) {
        mean(best, words(from, length));
      }
      return length;
    }

    private String words(int from, int length) {
      return tokens.subList(from, from + length).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private void mean(Meaning meaning, String written) {
      switch (meaning) {
        case Meaning.Same(var words) -> {
          if (written.equals("inh") && named) { // isoniazid alone, but an inhaler behind another name
            forms.add(new Form(Shape.INHALER, Make.PLAIN));
          } else {
            say(written, words);
          }
        }
        case Meaning.Combo(var key) -> {
          named = true;
          parts.end();
          parts.word(written, key);
        }
        case Meaning.Shaped(var form) -> forms.add(form);
        case Meaning.Container(var shapes) -> containers.addAll(shapes);
        case Meaning.Slow() -> slow = true;
        case Meaning.Salt(var key) -> parts.salt(written, key);
        case Meaning.Noise() -> {
          if (written.length() > LETTERS_OF_NOISE) {
            sizes.add(written); // nothing to a medicine, but a glove is sterile or not
          }
        }
        case Meaning.Device(var words) -> {
          device = true;
          for (var word : words.isEmpty() ? written.split(" ") : words.split(" ")) {
            parts.word(written, Spelling.stem(Spelling.key(word)));
          }
        }
      }
    }

    /** What another name stands for; its own words are not looked up again. */
    private void say(String written, String words) {
      named = true;
      var value = lexicon.scanner().scan(words);
      var amounts = new Amounts(value);
      int i = 0;
      while (i < value.size()) {
        var token = value.get(i);
        if (token.number()) {
          var found = amounts.at(i);
          parts.strengths(found.values());
          i = found.end();
          continue;
        }
        if (token.sign('+')) {
          parts.end();
        } else if (token.word()) {
          var key = Spelling.key(token.text());
          if (lexicon.meaning(key) instanceof Meaning.Salt(var salt)) {
            parts.salt(written, salt);
          } else {
            parts.word(written, Spelling.stem(key));
          }
        }
        i++;
      }
    }

    private int number(int from) {
      boolean counted = from > 0 && (tokens.get(from - 1).sign('@')
          || tokens.get(from - 1).word() && COUNTED_BEFORE.contains(tokens.get(from - 1).text()));
      var next = from + 1 < tokens.size() && tokens.get(from + 1).word() ? tokens.get(from + 1).text() : "";
      if (SIZE_UNITS.contains(next)) {
        sizes.add(tokens.get(from).text() + (next.equals("x") ? "" : next));
        return from + 2;
      }
      var found = new Amounts(tokens).at(from);
      var first = found.values().getFirst();
      sizes.add(Strength.number(first.value()) + first.unit().shown());
      if (first.unit().ofStrength() && !counted) {
        parts.strengths(found.values());
      } else if (first.unit() != Unit.NONE) {
        contents.addAll(found.values());
      } else if (!counted && first.value() > 0) {
        parts.strengths(found.values());
      }
      return found.end();
    }

    Reading reading(String text) {
      tidyForms();
      var all = parts.parts();
      boolean topical = forms.stream().anyMatch(form -> switch (form.shape()) {
        case OINTMENT, CREAM, GEL, EYE_OINTMENT, PASTE, VAGINAL_CREAM, DUSTING_POWDER -> true;
        default -> false; // only what comes in tubes and pots
      }) || containers.contains(Shape.OINTMENT);
      boolean percent = all.stream().flatMap(part -> part.strengths().stream()).anyMatch(s -> s.unit() == Unit.PERCENT);
      var kept = new ArrayList<Reading.Part>();
      for (var part : all) {
        var strengths = new ArrayList<Strength>();
        for (var strength : part.strengths()) {
          boolean tube = strength.unit() == Unit.GRAM && strength.per() == 0 && strength.value() >= TUBE
              && (topical || percent);
          boolean piece = device && strength.unit() == Unit.NONE;
          if (tube) {
            contents.add(strength);
          } else if (!piece) {
            strengths.add(strength);
          }
        }
        if (!part.words().isEmpty() || !strengths.isEmpty()) {
          kept.add(new Reading.Part(part.words(), part.salts(), strengths));
        }
      }
      return new Reading(text, kept, forms, containers, column, slow, contents, sizes, device);
    }

    /** Leaves out what a more exact word says already, and joins what two words say together. */
    private void tidyForms() {
      if (has(Shape.POWDER)
          && forms.removeIf(form -> form.shape() == Shape.INJECTION || form.shape() == Shape.INFUSION)) {
        forms.removeIf(form -> form.shape() == Shape.POWDER);
        forms.add(new Form(Shape.INJECTION, Make.DRY));
      }
      if (has(Shape.POWDER) && has(Shape.INHALER)) {
        forms.removeIf(form -> form.shape() == Shape.POWDER);
      }
      boolean exact = forms.stream().anyMatch(form -> form.shape() != Shape.SOLUTION && form.shape() != Shape.DROPS);
      if (exact) {
        forms.removeIf(form -> form.shape() == Shape.SOLUTION || form.shape() == Shape.DROPS);
      }
      if (slow) {
        forms.replaceAll(form -> form.make() == Make.PLAIN || form.make() == Make.FILM_COATED
            ? new Form(form.shape(), Make.SLOW) : form);
      }
      var once = forms.stream().distinct().toList();
      forms.clear();
      forms.addAll(once);
    }

    private boolean has(Shape shape) {
      return forms.stream().anyMatch(form -> form.shape() == shape);
    }
  }
}
