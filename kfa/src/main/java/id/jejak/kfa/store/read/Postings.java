package id.jejak.kfa.store.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which products have a key: sorted keys in one array of bytes, and for each the products' places in list order. Found
 * by halving, so that all keys with a beginning stand side by side. Immutable, thread-safe.
 */
final class Postings {
  private static final int[] NOBODY = {};

  private final byte[] text;
  private final int[] textFrom;
  private final int[] places;
  private final int[] placesFrom;

  private Postings(byte[] text, int[] textFrom, int[] places, int[] placesFrom) {
    this.text = text;
    this.textFrom = textFrom;
    this.places = places;
    this.placesFrom = placesFrom;
  }

  /** Those who have this key, in list order. */
  int[] of(byte[] key) {
    int at = firstNotBelow(key);
    if (at == size() || !Arrays.equals(text, textFrom[at], textFrom[at + 1], key, 0, key.length)) {
      return NOBODY;
    }
    return Arrays.copyOfRange(places, placesFrom[at], placesFrom[at + 1]);
  }

  /** Adds those who have a key that begins so. */
  void beginning(byte[] key, BitSet into) {
    for (int at = firstNotBelow(key); at < size() && begins(at, key); at++) {
      for (int i = placesFrom[at]; i < placesFrom[at + 1]; i++) {
        into.set(places[i]);
      }
    }
  }

  /** How many keys begin so. */
  int count(byte[] beginning) {
    return end(beginning) - firstNotBelow(beginning);
  }

  /** Keys that begin so, in the order of their bytes, from the one of a number, counted from 0. */
  List<String> keys(byte[] beginning, long from, int most) {
    int first = firstNotBelow(beginning);
    int end = end(beginning);
    var keys = new ArrayList<String>();
    for (long at = first + from; at < end && keys.size() < most; at++) {
      int key = (int) at;
      keys.add(new String(text, textFrom[key], textFrom[key + 1] - textFrom[key],
          java.nio.charset.StandardCharsets.UTF_8));
    }
    return keys;
  }

  /** The first key behind those that begin so; keys are no text that the highest byte could begin. */
  private int end(byte[] beginning) {
    var behind = Arrays.copyOf(beginning, beginning.length + 1);
    behind[beginning.length] = (byte) 0xff;
    return firstNotBelow(behind);
  }

  private int size() {
    return textFrom.length - 1;
  }

  private boolean begins(int at, byte[] key) {
    int from = textFrom[at];
    return textFrom[at + 1] - from >= key.length && Arrays.equals(text, from, from + key.length, key, 0, key.length);
  }

  private int firstNotBelow(byte[] key) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(text, textFrom[middle], textFrom[middle + 1], key, 0, key.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Collects keys; products must come in list order. For one thread. */
  static final class Builder {
    private final Map<String, Places> found = new HashMap<>();

    /** A product has a key; each byte of the key is one character here, which keeps the order of bytes. */
    void add(String key, int place) {
      found.computeIfAbsent(key, _ -> new Places()).add(place);
    }

    Postings build() {
      List<String> keys = new ArrayList<>(found.keySet());
      keys.sort(null);
      var textFrom = new int[keys.size() + 1];
      var placesFrom = new int[keys.size() + 1];
      for (int i = 0; i < keys.size(); i++) {
        textFrom[i + 1] = textFrom[i] + keys.get(i).length();
        placesFrom[i + 1] = placesFrom[i] + found.get(keys.get(i)).count;
      }
      var text = new byte[textFrom[keys.size()]];
      var places = new int[placesFrom[keys.size()]];
      for (int i = 0; i < keys.size(); i++) {
        var key = keys.get(i).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(key, 0, text, textFrom[i], key.length);
        var some = found.get(keys.get(i));
        System.arraycopy(some.all, 0, places, placesFrom[i], some.count);
      }
      return new Postings(text, textFrom, places, placesFrom);
    }
  }

  private static final class Places {
    private int[] all = new int[1];
    private int count;

    void add(int place) {
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count++] = place;
    }
  }
}
