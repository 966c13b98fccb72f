package id.jejak.kfa.domain.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds known words that differ from a given one by a letter or two: left out, put in, changed, or swapped with its
 * neighbour. Two words are that near only if they have a form in common that lacks those letters, so these forms are
 * looked up instead of comparing with every word. Immutable, thread-safe.
 */
final class FuzzyIndex {
  /** Letters of a word beyond which it is not compared: such words are no names. */
  private static final int LONGEST = 40;

  private final List<String> words;
  private final int reach;
  /** Hash of a shortened form in the upper half, the word's place in the lower; sorted. */
  private final long[] forms;

  /**
   * An index.
   *
   * @param reach letters that may differ, 1 or 2
   */
  FuzzyIndex(List<String> words, int reach) {
    this.words = List.copyOf(words);
    this.reach = reach;
    var all = new long[Math.max(16, words.size() * 16)];
    int size = 0;
    for (int i = 0; i < this.words.size(); i++) {
      for (var form : shortened(this.words.get(i), reach)) {
        if (size == all.length) {
          all = Arrays.copyOf(all, size * 2);
        }
        all[size++] = entry(form, i);
      }
    }
    forms = Arrays.copyOf(all, size);
    Arrays.sort(forms);
  }

  /**
   * Known words within a distance, the nearest only.
   *
   * @param most letters that may differ, up to the index's reach
   * @param distance at least; words nearer than this are left out
   */
  List<String> near(String word, int most, int distance) {
    var found = new ArrayList<String>();
    if (word.length() > LONGEST) {
      return found;
    }
    var seen = new LinkedHashSet<Integer>();
    for (var form : shortened(word, Math.min(most, reach))) {
      long from = entry(form, 0);
      int at = Arrays.binarySearch(forms, from);
      for (int i = at < 0 ? -at - 1 : at; i < forms.length && forms[i] >> 32 == from >> 32; i++) {
        seen.add((int) forms[i]);
      }
    }
    for (int wanted = distance; wanted <= most && found.isEmpty(); wanted++) {
      for (int i : seen) {
        if (distance(word, words.get(i)) == wanted) {
          found.add(words.get(i));
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static long entry(String form, int word) {
    return (long) form.hashCode() << 32 | word;
  }

  private static Set<String> shortened(String word, int letters) {
    var all = new LinkedHashSet<String>();
    all.add(word);
    var last = List.of(word);
    for (int round = 0; round < letters && word.length() > round + 1 && word.length() <= LONGEST; round++) {
      var next = new ArrayList<String>();
      for (var form : last) {
        for (int i = 0; i < form.length(); i++) {
          var shorter = form.substring(0, i) + form.substring(i + 1);
          if (all.add(shorter)) {
            next.add(shorter);
          }
        }
      }
      last = next;
    }
    return all;
  }

  /** Letters to leave out, put in, change or swap to make one of the other. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    int[] next = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(change, 1 + Math.min(row[j], next[j - 1]));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      var free = before;
      before = row;
      row = next;
      next = free;
    }
    return row[b.length()];
  }
}
