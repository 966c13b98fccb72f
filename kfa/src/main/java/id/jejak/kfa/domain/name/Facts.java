package id.jejak.kfa.domain.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a template of the dictionary is, in the terms in which names are read. Immutable.
 *
 * @param code 92..., 82... or 32...
 * @param medicine false for devices and household products
 * @param substances active ingredients; empty for devices
 * @param labels other words of its name, as keys
 * @param sizes measures in a device's name
 * @param standing whether it may still be used
 */
public record Facts(
    String code,
    String name,
    boolean medicine,
    List<Substance> substances,
    Set<String> labels,
    Optional<Form> form,
    Set<String> sizes,
    Standing standing) {
  /** Stands before the label that a device's name begins with, which says what it is; the rest says of what sort. */
  public static final String HEAD = "^";

  /** Copies the lists. */
  public Facts {
    substances = List.copyOf(substances);
    labels = Set.copyOf(labels);
    sizes = Set.copyOf(sizes);
  }

  /** Whether an entry may still be used; the first ones come first in a list. */
  public enum Standing {
    /** Valid and active. */
    GOOD,
    /** Not yet valid. */
    DRAFT,
    /** No longer active. */
    INACTIVE,
    /** No longer active, and something else is to be used. */
    REPLACED
  }

  /**
   * An active ingredient.
   *
   * @param words keys of its name without salts; all of them name it
   * @param also another name of it; empty when there is none
   * @param salts keys of what it is a salt of
   */
  public record Substance(Set<String> words, Set<String> also, Set<String> salts, List<Strength> strengths) {
    /** Copies the lists. */
    public Substance {
      words = Set.copyOf(words);
      also = Set.copyOf(also);
      salts = Set.copyOf(salts);
      strengths = List.copyOf(strengths);
    }

    /** True when a word is one of either name. */
    boolean has(String key) {
      return words.contains(key) || also.contains(key);
    }

    /** True when either name is there whole. */
    boolean namedBy(Set<String> found) {
      return found.containsAll(words) || !also.isEmpty() && found.containsAll(also);
    }
  }

  /** All strengths, in order. */
  public List<Strength> strengths() {
    if (substances.size() == 1) {
      return substances.getFirst().strengths();
    }
    var all = new ArrayList<Strength>();
    substances.forEach(substance -> all.addAll(substance.strengths()));
    return all;
  }
}
