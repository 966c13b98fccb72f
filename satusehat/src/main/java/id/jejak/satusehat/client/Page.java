package id.jejak.satusehat.client;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search.
 *
 * @param resources matches, the newest first, then what was included
 * @param suppressed what was found and may not be seen: the server's words for each
 * @param next the query of the next page
 */
public record Page(List<Resource> resources, List<String> suppressed, Optional<String> next) {
  /** Copies the lists. */
  public Page {
    resources = List.copyOf(resources);
    suppressed = List.copyOf(suppressed);
  }

  /** The resources of one type. */
  public List<Resource> of(String type) {
    return resources.stream().filter(one -> one.type().equals(type)).toList();
  }
}
