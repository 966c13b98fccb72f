package id.jejak.satusehat.store;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is found by.
 *
 * @param terms rows of their own
 * @param words words of names
 * @param tags hashes of coarse codes
 * @param patient whom it is about; null for nobody
 * @param starts its date, milliseconds since 1970, from; null for none
 * @param ends its date, to
 */
public record Index(List<Term> terms, List<Word> words, List<Long> tags, @Nullable String patient,
    @Nullable Long starts, @Nullable Long ends) {
  /**
   * One search term.
   *
   * @param term hash of type, parameter and value
   * @param system hash of the value's system, or of the reference's type
   */
  public record Term(long term, int system) {}

  /**
   * One word of a name.
   *
   * @param scope type and parameter
   */
  public record Word(String scope, String word) {}

  /** Copies the lists. */
  public Index {
    terms = List.copyOf(terms);
    words = List.copyOf(words);
    tags = List.copyOf(tags);
  }

  /** The terms and words that the other has not; nothing else is looked at by whoever asks. */
  Index without(Index other) {
    var there = new HashSet<Object>(other.terms);
    there.addAll(other.words);
    return new Index(terms.stream().filter(term -> !there.contains(term)).toList(),
        words.stream().filter(word -> !there.contains(word)).toList(), List.of(), null, null, null);
  }
}
