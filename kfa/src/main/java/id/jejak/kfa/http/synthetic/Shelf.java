package id.jejak.kfa.http.synthetic;

import java.util.Arrays;

/**
 * How many products each template has, and which place each product has among all: common templates fill first, every
 * template gets its general product before any gets many. A larger shelf begins as a smaller one does. Immutable.
 */
final class Shelf {
  private static final int SCALE = 20;
  private static final int SECOND = 23;
  private static final int MORE = 26;
  private static final int PLACE_BITS = 10;
  private static final int RANK_BITS = 20;

  private final int[] first;
  private final int[] places;
  private final int size;

  /**
   * A shelf.
   *
   * @param templates how many there are
   * @param size products wanted
   * @param flat how evenly they are spread: the larger, the less the first templates have more than others
   * @param most products of one template
   */
  Shelf(int templates, int size, int flat, int most) {
    long low = 0;
    long high = (long) (templates + flat) * MORE * (most + 1);
    while (low < high) {
      long middle = (low + high) / 2;
      if (count(templates, middle, flat, most) < size) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    var counts = new int[templates];
    int all = 0;
    for (int rank = 0; rank < templates; rank++) {
      counts[rank] = most(rank, low, flat, most);
      all += counts[rank];
    }
    if (all < size) {
      throw new IllegalArgumentException("at most " + all + " products can be made of " + templates
          + " templates, and " + size + " were asked for");
    }
    var order = order(counts, all, flat);
    this.size = size;
    first = new int[templates + 1];
    for (int at = 0; at < size; at++) {
      first[rank(order[at]) + 1]++;
    }
    for (int rank = 0; rank < templates; rank++) {
      first[rank + 1] += first[rank];
    }
    places = new int[size];
    for (int at = 0; at < size; at++) {
      places[first[rank(order[at])] + place(order[at])] = at;
    }
  }

  private static long[] order(int[] counts, int all, int flat) {
    var order = new long[all];
    int at = 0;
    for (int rank = 0; rank < counts.length; rank++) {
      for (int place = 0; place < counts[rank]; place++) {
        order[at++] = (key(rank, place, flat) << RANK_BITS + PLACE_BITS) | ((long) rank << PLACE_BITS) | place;
      }
    }
    Arrays.sort(order);
    return order;
  }

  private static int rank(long entry) {
    return (int) (entry >>> PLACE_BITS) & ((1 << RANK_BITS) - 1);
  }

  private static int place(long entry) {
    return (int) entry & ((1 << PLACE_BITS) - 1);
  }

  private static long key(int rank, int place, int flat) {
    long weight = (long) rank + flat;
    return weight * (place == 0 ? SCALE : place == 1 ? SECOND : MORE * (long) place);
  }

  private static int most(int rank, long bound, int flat, int most) {
    int place = 0;
    while (place < most && key(rank, place, flat) <= bound) {
      place++;
    }
    return place;
  }

  private static long count(int templates, long bound, int flat, int most) {
    long count = 0;
    for (int rank = 0; rank < templates; rank++) {
      count += most(rank, bound, flat, most);
    }
    return count;
  }

  /** Products of a template. */
  int count(int rank) {
    return first[rank + 1] - first[rank];
  }

  /** The place of a product among all, from 0: the same for every size of shelf. */
  int place(int rank, int product) {
    return places[first[rank] + product];
  }

  /** All products. */
  int size() {
    return size;
  }
}
