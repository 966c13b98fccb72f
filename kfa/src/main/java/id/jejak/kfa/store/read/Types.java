package id.jejak.kfa.store.read;

import java.util.List;

/** The types of goods that a list can be narrowed to, as numbers. */
final class Types {
  private static final List<String> ALL = List.of("medicine", "vaccine", "device", "pkrt");

  private Types() {}

  /** The number of a type, from 0; -1 for one that nobody has heard of. */
  static int number(String code) {
    return ALL.indexOf(code);
  }
}
