package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Vocabulary.Alternative;
import id.jejak.kfa.domain.name.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;

/** A reading, and what its words mean in a dictionary. Immutable. */
public record Asked(Reading reading, List<Term> terms) {

  /** Copies the list. */
  public Asked {
    terms = List.copyOf(terms);
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
      for (var word : reading.parts().get(part).words()) {
        if (terms.stream().anyMatch(term -> term.word().key().equals(word.key()))) {
          continue;
        }
        int glued = vocabulary.kinds(word.key()).isEmpty() ? vocabulary.glued(word.written()) : 0;
        var meant = glued == 0 ? word : new Reading.Word(word.written(),
            Spelling.stem(Spelling.key(word.written().substring(glued))));
        var alternatives = vocabulary.alternatives(meant, word == last);
        terms.add(term(meant, part, alternatives, vocabulary));
      }
    }
    return new Asked(reading, terms);
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
      case LABEL -> 0.6;
      case MAKER -> 0.5;
    });
  }

  /** True when something in it is the dictionary's name of a brand, and of nothing else. */
  public boolean branded() {
    return terms.stream().anyMatch(term -> term.kind() == Kind.BRAND && !term.unknown());
  }
}
