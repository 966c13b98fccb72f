package id.jejak.ttac.http;

import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.ttac.domain.Asked;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.store.PackStore;
import java.time.InstantSource;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packs that a caller's barcodes name: exactly as written first, then by what the text means, so that
 * every form of one pack (with and without separators, prefixes, brackets) finds it.
 */
final class Barcodes {
  private final PackStore packs;
  private final InstantSource clock;

  Barcodes(PackStore packs, InstantSource clock) {
    this.packs = packs;
    this.clock = clock;
  }

  /** Keys of a barcode, the most likely first. */
  List<String> keys(String barcode) {
    return keys(barcode, year());
  }

  /** The present year in Indonesia, by which years of two digits are read. */
  Year year() {
    return Year.of(clock.instant().atOffset(WibText.WIB).getYear());
  }

  /** Keys of one of many barcodes that are read in the same year, the most likely first. */
  static List<String> keys(String barcode, Year year) {
    var reading = BarcodeText.read(barcode, year);
    var keys = reading.keys();
    if (keys.size() == 1 && keys.getFirst().equals(reading.key())) {
      return keys;
    }
    var all = new ArrayList<String>(keys.size() + 1);
    all.add(reading.key());
    all.addAll(keys);
    return all;
  }

  /**
   * Locks the packs that are named. A pack named twice, in whatever form, counts once.
   *
   * @return in the order asked
   */
  List<Asked> lock(Handle tx, List<String> barcodes) {
    return lock(tx, barcodes, packs::lock);
  }

  /** The same for a request that is refused unless all are of one level; cheaper. */
  List<Asked> lockAlike(Handle tx, List<String> barcodes) {
    return lock(tx, barcodes, packs::lockAlike);
  }

  private List<Asked> lock(Handle tx, List<String> barcodes,
      BiFunction<Handle, Collection<String>, Map<String, Pack>> locking) {
    var keys = LinkedHashMap.<String, List<String>>newLinkedHashMap(barcodes.size());
    var year = year();
    for (var barcode : barcodes) {
      keys.computeIfAbsent(barcode, text -> keys(text, year));
    }
    var found = new HashMap<>(locking.apply(tx, firsts(keys)));
    var others = others(keys, found);
    if (!others.isEmpty()) {
      found.putAll(locking.apply(tx, others));
    }
    var asked = new ArrayList<Asked>(keys.size());
    var seen = HashSet.<Long>newHashSet(keys.size());
    keys.forEach((barcode, candidates) -> {
      var pack = match(candidates, found);
      if (pack == null || seen.add(pack.id())) {
        asked.add(new Asked(barcode, pack));
      }
    });
    return asked;
  }

  /** Locks packs whose keys are known. */
  Map<String, Pack> lockKeys(Handle tx, List<String> keys) {
    return keys.isEmpty() ? Map.of() : packs.lock(tx, keys);
  }

  private static HashSet<String> firsts(Map<String, List<String>> keys) {
    var firsts = new HashSet<String>();
    keys.values().forEach(candidates -> {
      if (!candidates.isEmpty()) {
        firsts.add(candidates.getFirst());
      }
    });
    return firsts;
  }

  private static HashSet<String> others(Map<String, List<String>> keys, Map<String, Pack> found) {
    var others = new HashSet<String>();
    for (var candidates : keys.values()) {
      if (candidates.size() > 1 && !found.containsKey(candidates.getFirst())) {
        others.addAll(candidates.subList(1, candidates.size()));
      }
    }
    return others;
  }

  /** The one pack that the candidates name; two different ones are as good as none. */
  private static @Nullable Pack match(List<String> candidates, Map<String, Pack> found) {
    Pack match = null;
    for (var key : candidates) {
      var pack = found.get(key);
      if (pack != null) {
        if (match != null) {
          return null;
        }
        match = pack;
        if (key.equals(candidates.getFirst())) {
          return match;
        }
      }
    }
    return match;
  }
}
