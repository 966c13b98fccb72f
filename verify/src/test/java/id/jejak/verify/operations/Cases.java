package id.jejak.verify.operations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The ids of the cases that decide whether TTAC is whole: how many there are of each letter. */
final class Cases {
  private static final Map<String, Integer> TTAC = new TreeMap<>(Map.of(
      "L", 5, "G", 6, "P", 6, "D", 5, "R", 11, "M", 5, "S", 16, "T", 10, "X", 13, "Z", 1));

  private Cases() {}

  /** L1 to Z1: login, locations, adding one, pending, receive, targets, send, return, delete, any fault. */
  static List<String> ttac() {
    return TTAC.entrySet().stream()
        .flatMap(letter -> IntStream.rangeClosed(1, letter.getValue()).mapToObj(i -> letter.getKey() + i))
        .toList();
  }
}
