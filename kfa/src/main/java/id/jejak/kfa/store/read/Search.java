package id.jejak.kfa.store.read;

import id.jejak.kfa.store.Lenient;
import id.jejak.kfa.store.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Narrows the list of a snapshot. Thread-safe. */
final class Search {
  private static final int[] NOBODY = {};

  private final Snapshot snapshot;
  private final int[] pharmacy;
  private final int[] devices;

  Search(Snapshot snapshot) {
    this.snapshot = snapshot;
    pharmacy = all(true);
    devices = all(false);
  }

  private int[] all(boolean wanted) {
    var places = new int[snapshot.size()];
    int count = 0;
    for (int place = 0; place < places.length; place++) {
      if (pharmacy(place) == wanted) {
        places[count++] = place;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private boolean pharmacy(int place) {
    return (snapshot.flags[place] & Segment.PHARMACY) != 0;
  }

  Page find(Filter filter, long from, int size) {
    var candidates = candidates(filter);
    if (candidates == null) {
      candidates = Boolean.FALSE.equals(filter.pharmacy()) ? devices
          : filter.pharmacy() != null ? pharmacy : everybody();
      if (filter.type() == null && filter.fromDay() == null && filter.toDay() == null) {
        return page(candidates, candidates.length, from, size);
      }
    }
    var kept = new int[candidates.length];
    int count = 0;
    int type = filter.type() == null ? -1 : Types.number(filter.type().toLowerCase(Locale.ROOT));
    if (filter.type() != null && type < 0) {
      return new Page(0, NOBODY);
    }
    int first = filter.fromDay() == null ? Integer.MIN_VALUE : filter.fromDay();
    int last = filter.toDay() == null ? Integer.MAX_VALUE : filter.toDay();
    for (int place : candidates) {
      if ((filter.pharmacy() == null || pharmacy(place) == filter.pharmacy())
          && (filter.type() == null || snapshot.types[place] == type)
          && snapshot.days[place] >= first && snapshot.days[place] <= last) {
        kept[count++] = place;
      }
    }
    return filter.tag() == null && filter.atc() == null ? page(kept, count, from, size)
        : page(byCode(kept, count), count, from, size);
  }

  /** By code, those without one first: the order of version 1's lists. */
  private int[] byCode(int[] places, int count) {
    var order = new long[count];
    for (int i = 0; i < count; i++) {
      long code = snapshot.codes[places[i]];
      order[i] = (code == Integer.MAX_VALUE ? 0 : code) << 32 | places[i];
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(one -> (int) one).toArray();
  }

  private int[] everybody() {
    var all = new int[snapshot.size()];
    Arrays.setAll(all, place -> place);
    return all;
  }

  private static Page page(int[] places, int count, long from, int size) {
    int start = (int) Math.min(from, count);
    return new Page(count, Arrays.copyOfRange(places, start, (int) Math.min(count, (long) start + size)));
  }

  /** Those with all the keys that are asked for; null when none is. */
  private int @Nullable [] candidates(Filter filter) {
    int @Nullable [] found = null;
    if (filter.template() != null) {
      found = both(found, snapshot.postings(Family.TEMPLATE, filter.template()));
    }
    if (filter.pack() != null) {
      found = both(found, snapshot.postings(Family.PACK, filter.pack()));
    }
    if (filter.tag() != null) {
      found = both(found, snapshot.postings(Family.TAG, filter.tag().toLowerCase(Locale.ROOT)));
    }
    if (filter.atc() != null) {
      found = both(found, snapshot.postings(Family.ATC, Snapshot.upper(filter.atc())));
    }
    if (filter.keyword() != null) {
      found = both(found, keyword(filter.keyword()));
    }
    return found;
  }

  private static int[] both(int @Nullable [] some, int[] others) {
    if (some == null) {
      return others;
    }
    var kept = new int[Math.min(some.length, others.length)];
    int count = 0;
    for (int i = 0, j = 0; i < some.length && j < others.length;) {
      if (some[i] < others[j]) {
        i++;
      } else if (some[i] > others[j]) {
        j++;
      } else {
        kept[count++] = some[i++];
        j++;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private int[] keyword(String keyword) {
    var found = new BitSet(snapshot.size());
    var words = Words.of(keyword);
    for (int i = 0; i < words.size(); i++) {
      var one = i == 0 ? found : new BitSet(snapshot.size());
      snapshot.postings(Family.WORD).beginning(words.get(i).getBytes(StandardCharsets.UTF_8), one);
      if (i > 0) {
        found.and(one);
      }
    }
    var code = Lenient.nie(keyword);
    for (var family : new Family[] {Family.CODE, Family.NIE, Family.LKPP}) {
      for (int place : snapshot.postings(family, code)) {
        found.set(place);
      }
    }
    return found.stream().toArray();
  }
}
