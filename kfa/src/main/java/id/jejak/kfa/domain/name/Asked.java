package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Vocabulary.Alternative;
import id.jejak.kfa.domain.name.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reading, and what its words mean in a dictionary. Immutable.
 *
 * @param strengths those of the reading that are more than nothing
 */
public record Asked(Reading reading, List<Term> terms, List<Strength> strengths) {
  /** What a word of no substance matters where one is named. */
  private static final double BESIDE_A_SUBSTANCE = 0.25;

  /** Copies the lists. */
  public Asked {
    terms = List.copyOf(terms);
    strengths = List.copyOf(strengths);
  }

  /**
   * A word and what it may mean.
   *
   * @param part which part of the reading it stands in
   * @param weight how much it matters that it is understood, 0 to 1
   */
  public record Term(Reading.Word word, int part, List<Alternative> alternatives, Kind kind, double weight) {
    /** Copies the list. */
    public Term {
      alternatives = List.copyOf(alternatives);
    }

    /** True when the dictionary has nothing like it. */
    public boolean unknown() {
      return alternatives.isEmpty();
    }

    /** What it costs to take it for that word; negative when it cannot be. */
    double cost(String key) {
      for (var alternative : alternatives) {
        if (alternative.key().equals(key)) {
          return alternative.cost();
        }
      }
      return -1;
    }
  }

  /**
   * Looks a reading's words up.
   *
   * @param begun true when the last word may be unfinished
   */
  public static Asked of(Reading reading, Vocabulary vocabulary, boolean begun) {
    var terms = new ArrayList<Term>();
    var words = reading.words();
    var last = begun && !words.isEmpty() && ends(reading.text(), words.getLast().written()) ? words.getLast() : null;
    for (int part = 0; part < reading.parts().size(); part++) {
      var own = reading.parts().get(part).words();
      for (int i = 0; i < own.size(); i++) {
        var word = own.get(i);
        var joined = i + 1 < own.size() ? joined(word, own.get(i + 1), vocabulary) : Optional.<Reading.Word>empty();
        i += joined.isPresent() ? 1 : 0;
        var meant = joined.orElseGet(() -> whole(word, vocabulary));
        if (terms.stream().noneMatch(term -> term.word().key().equals(meant.key()))) {
          terms.add(term(meant, part, branded(meant, vocabulary.alternatives(meant, word == last), vocabulary),
              vocabulary));
        }
      }
    }
    boolean named = terms.stream().anyMatch(term -> term.kind() != Kind.LABEL && !term.unknown());
    if (named) {
      terms.replaceAll(term -> term.kind() == Kind.LABEL && !term.unknown() && !term.word().key().startsWith("=")
          ? new Term(term.word(), term.part(), term.alternatives(), term.kind(), BESIDE_A_SUBSTANCE) : term);
    }
    return new Asked(reading, terms, reading.strengths().stream().filter(one -> one.value() > 0).toList());
  }

  /** Some brands are also everyday names of their substance: then both are meant. */
  private static List<Alternative> branded(Reading.Word word, List<Alternative> found, Vocabulary vocabulary) {
    var written = Spelling.stem(Spelling.key(word.written()));
    if (written.equals(word.key()) || !vocabulary.kinds(written).contains(Kind.BRAND)
        || vocabulary.kinds(written).contains(Kind.SUBSTANCE)) {
      return found;
    }
    var both = new ArrayList<>(found);
    both.addFirst(new Alternative(written, 0));
    return both;
  }

  /** A substance that is written as two words, such as {@code methyl prednisolone}. */
  private static Optional<Reading.Word> joined(Reading.Word one, Reading.Word two, Vocabulary vocabulary) {
    var written = one.written() + two.written();
    var key = Spelling.stem(Spelling.key(written));
    return !one.written().equals(two.written()) && vocabulary.kinds(key).contains(Kind.SUBSTANCE)
        ? Optional.of(new Reading.Word(written, key)) : Optional.empty();
  }

  /** A substance without the metal that is glued to it, such as {@code nadiklofenak}. */
  private static Reading.Word whole(Reading.Word word, Vocabulary vocabulary) {
    int glued = vocabulary.kinds(word.key()).isEmpty() ? vocabulary.glued(word.written()) : 0;
    return glued == 0 ? word : new Reading.Word(word.written(),
        Spelling.stem(Spelling.key(word.written().substring(glued))));
  }

  private static boolean ends(String text, String word) {
    return Spelling.fold(text).endsWith(word);
  }

  private static Term term(Reading.Word word, int part, List<Alternative> alternatives, Vocabulary vocabulary) {
    if (alternatives.isEmpty()) {
      return new Term(word, part, alternatives, Kind.LABEL, word.key().length() <= 2 ? 0.1 : 0.4);
    }
    var kinds = vocabulary.kinds(alternatives.getFirst().key());
    var kind = kinds.stream().findFirst().orElse(Kind.LABEL);
    return new Term(word, part, alternatives, kind, switch (kind) {
      case SUBSTANCE -> 1;
      case BRAND -> 0.9;
      case LABEL -> word.key().startsWith("=") ? 1 : 0.6;
      case MAKER -> 0.5;
    });
  }

  /** True when something in it is the dictionary's name of a brand, and of nothing else. */
  public boolean branded() {
    return terms.stream().anyMatch(term -> term.kind() == Kind.BRAND && !term.unknown());
  }
}
