package id.jejak.kfa.domain.name;

import java.util.List;
import java.util.Optional;

/**
 * An entry that was found.
 *
 * @param code its code of the dictionary
 * @param score 0 to 1; compares entries of one search, and means nothing across searches
 * @param why a short phrase for each part of the name that it answers
 * @param match how well, part by part
 * @param form of a medicine, where the dictionary tells it
 */
public record Hit(String code, String name, Level level, double score, List<String> why, Match match,
    Optional<Form> form) {
  /** Copies the list. */
  public Hit {
    why = List.copyOf(why);
  }
}
