package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Form.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a name says, before anybody has looked into the dictionary. Immutable.
 *
 * @param text the name as it was written
 * @param parts its substances, or what may be one, each with its salts and strengths; a brand's words are parts too, as
 *     only the dictionary can tell them
 * @param forms dosage forms; more than one when alternatives are named
 * @param containers forms that the container, or the list's unit column, leaves open; empty when it says nothing
 * @param column the form that the unit column names, when the name itself names none
 * @param slow true when a word says that the ingredient is let out slowly
 * @param contents volumes, weights and counts of a pack
 * @param sizes numbers and measures as words, for things that are told apart by size
 * @param device true when a word names something that is no medicine
 */
public record Reading(
    String text,
    List<Part> parts,
    List<Form> forms,
    Set<Shape> containers,
    Optional<Form> column,
    boolean slow,
    List<Strength> contents,
    List<String> sizes,
    boolean device) {

  /** Copies the lists. */
  public Reading {
    parts = List.copyOf(parts);
    forms = List.copyOf(forms);
    containers = Set.copyOf(containers);
    contents = List.copyOf(contents);
    sizes = List.copyOf(sizes);
  }

  /**
   * A word of a name.
   *
   * @param written as the list has it
   * @param key the same for all spellings and names of one thing
   */
  public record Word(String written, String key) {}

  /**
   * Words that stand together.
   *
   * @param salts keys of salts and hydrates
   * @param strengths none, one, or several when they stand after the last substance
   */
  public record Part(List<Word> words, List<String> salts, List<Strength> strengths) {
    /** Copies the lists. */
    public Part {
      words = List.copyOf(words);
      salts = List.copyOf(salts);
      strengths = List.copyOf(strengths);
    }
  }

  /** All strengths, in order. */
  public List<Strength> strengths() {
    return parts.stream().flatMap(part -> part.strengths().stream()).toList();
  }

  /** All words, in order. */
  public List<Word> words() {
    return parts.stream().flatMap(part -> part.words().stream()).toList();
  }
}
