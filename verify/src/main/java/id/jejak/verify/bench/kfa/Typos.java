package id.jejak.verify.bench.kfa;

import java.util.List;
import java.util.Random;

/** Names as somebody types them: half of them with one letter wrong, missing, doubled or exchanged. */
final class Typos {
  private static final int SHORTEST = 6;

  private Typos() {}

  static List<String> of(List<String> names, int seed) {
    var random = new Random(seed);
    return names.stream().map(name -> random.nextBoolean() ? name : misspelt(name, random)).toList();
  }

  private static String misspelt(String name, Random random) {
    int end = name.indexOf(' ') < 0 ? name.length() : name.indexOf(' ');
    if (end < SHORTEST) {
      return name;
    }
    int at = 1 + random.nextInt(end - 2);
    var text = new StringBuilder(name);
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, (char) ('a' + random.nextInt(26)));
      case 1 -> text.deleteCharAt(at);
      case 2 -> text.insert(at, text.charAt(at));
      default -> {
        char first = text.charAt(at);
        text.setCharAt(at, text.charAt(at + 1));
        text.setCharAt(at + 1, first);
      }
    }
    return text.toString();
  }
}
