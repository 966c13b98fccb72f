package id.jejak.kfa.client;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total rows of the whole list; 0 when not told
 * @param number from 1
 * @param size rows of a page, as the other side understood it
 * @param <T> what a row is
 */
public record Page<T>(long total, int number, int size, List<T> items) {
  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }
}
