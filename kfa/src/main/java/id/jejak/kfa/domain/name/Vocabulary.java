package id.jejak.kfa.domain.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of a dictionary, by what they stand for. Immutable once made, thread-safe. */
public final class Vocabulary {
  /** What a word stands for; earlier ones are believed first. */
  public enum Kind { SUBSTANCE, BRAND, LABEL, MAKER }

  private static final int FEWEST_LETTERS = 4;
  private static final int LETTERS_FOR_TWO = 7;
  private static final int PREFIX_LETTERS = 2;
  private static final int ABBREVIATION_LETTERS = 5;
  private static final int PREFIX_WORDS = 12;
  private static final int ALTERNATIVES = 8;

  private final Map<String, Set<Kind>> kinds;
  private final TreeMap<String, Set<Kind>> sorted;
  private final Map<String, Set<String>> keysOfWritten;
  private final FuzzyIndex substances;
  private final FuzzyIndex written;
  private final FuzzyIndex others;

  private Vocabulary(Map<String, Set<Kind>> kinds, Map<String, Set<String>> keysOfWritten) {
    this.kinds = kinds;
    this.keysOfWritten = keysOfWritten;
    sorted = new TreeMap<>(kinds);
    substances = new FuzzyIndex(words(Kind.SUBSTANCE), 2);
    written = new FuzzyIndex(keysOfWritten.keySet().stream().filter(word -> word.length() >= FEWEST_LETTERS).sorted()
        .toList(), 1);
    var rest = new TreeSet<>(words(Kind.BRAND));
    rest.addAll(words(Kind.LABEL));
    others = new FuzzyIndex(List.copyOf(rest), 1);
  }

  private List<String> words(Kind kind) {
    return sorted.entrySet().stream().filter(entry -> entry.getValue().contains(kind)).map(Map.Entry::getKey)
        .filter(word -> word.length() >= FEWEST_LETTERS).toList();
  }

  /** Collects words; for one thread. */
  public static final class Collector {
    private final Map<String, Set<Kind>> kinds = new HashMap<>();
    private final Map<String, Set<String>> written = new HashMap<>();

    /** Adds words that stand for one kind of thing, by their keys. */
    public void add(Kind kind, Collection<String> keys) {
      keys.forEach(key -> kinds.computeIfAbsent(key, _ -> EnumSet.noneOf(Kind.class)).add(kind));
    }

    /** Adds how a substance's word is written in the dictionary, for typing errors that change the key a lot. */
    public void written(String word, String key) {
      if (!word.contains(" ")) {
        written.computeIfAbsent(word, _ -> new TreeSet<>()).add(key);
      }
    }

    /** The vocabulary; the collector is not used afterwards. */
    public Vocabulary done() {
      return new Vocabulary(kinds, written);
    }
  }

  /**
   * A word of the dictionary that a written one may mean.
   *
   * @param cost 0 when it is the same word, 1 for a letter, 2 for two
   */
  public record Alternative(String key, double cost) {}

  /** What a word stands for; empty when the dictionary does not have it. */
  public Set<Kind> kinds(String key) {
    return kinds.getOrDefault(key, Set.of());
  }

  /** How many words there are. */
  public int size() {
    return kinds.size();
  }

  /**
   * What a word may mean, the best first; empty when nothing is near.
   *
   * @param begun true when the word may be unfinished, as the last one of a search is
   */
  public List<Alternative> alternatives(Reading.Word word, boolean begun) {
    if (kinds.containsKey(word.key())) {
      return List.of(new Alternative(word.key(), 0));
    }
    var found = new ArrayList<Alternative>();
    if (begun || word.key().length() >= ABBREVIATION_LETTERS) {
      begunBy(word.key(), begun, found);
    }
    if (found.isEmpty()) {
      misspelt(word, found);
    }
    return found.size() > PREFIX_WORDS ? List.copyOf(found.subList(0, PREFIX_WORDS)) : List.copyOf(found);
  }

  private void begunBy(String start, boolean begun, List<Alternative> found) {
    if (start.length() < PREFIX_LETTERS || start.startsWith("=")) {
      return;
    }
    for (var kind : begun ? List.of(Kind.SUBSTANCE, Kind.BRAND, Kind.LABEL) : List.of(Kind.SUBSTANCE)) {
      for (var entry : sorted.subMap(start, start + Character.MAX_VALUE).entrySet()) {
        if (found.size() < PREFIX_WORDS && entry.getValue().contains(kind)
            && found.stream().noneMatch(one -> one.key().equals(entry.getKey()))) {
          double unsaid = 1 - (double) start.length() / entry.getKey().length();
          found.add(new Alternative(entry.getKey(), 0.5 + 0.5 * unsaid));
        }
      }
    }
    if (!begun && found.size() > 1) {
      found.clear(); // an abbreviation that means several substances means none
    }
  }

  private void misspelt(Reading.Word word, List<Alternative> found) {
    var key = word.key();
    if (key.length() < FEWEST_LETTERS || key.startsWith("=")) {
      return;
    }
    add(found, substances.near(key, 1, 1), 1);
    for (var near : written.near(word.written(), 1, 0)) {
      add(found, keysOfWritten.getOrDefault(near, Set.of()), 1);
    }
    if (found.isEmpty()) {
      add(found, others.near(key, 1, 1), 1.1);
    }
    if (found.isEmpty() && key.length() >= LETTERS_FOR_TWO) {
      add(found, substances.near(key, 2, 2), 2);
    }
  }

  private static void add(List<Alternative> found, Collection<String> keys, double cost) {
    for (var key : keys) {
      if (found.size() < ALTERNATIVES && found.stream().noneMatch(one -> one.key().equals(key))) {
        found.add(new Alternative(key, cost));
      }
    }
  }

  /**
   * A salt or metal and a substance written as one word, such as {@code nadiklofenak}: where the substance starts.
   *
   * @return letters of the first part; 0 when it is no such word
   */
  int glued(String written) {
    for (var metal : List.of("natrium", "kalium", "kalsium", "asam", "vitamin", "na", "ca", "mg", "k")) {
      if (written.startsWith(metal) && written.length() - metal.length() >= LETTERS_FOR_TWO - 1
          && kinds(Spelling.stem(Spelling.key(written.substring(metal.length())))).contains(Kind.SUBSTANCE)) {
        return metal.length();
      }
    }
    return 0;
  }
}
