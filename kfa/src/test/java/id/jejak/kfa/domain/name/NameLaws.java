package id.jejak.kfa.domain.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Reading names, over whatever a seed makes. */
class NameLaws {
  private static final NameReader READER = new NameReader();
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEXYZ0123456789"
      + " .,/%+()-:;@&\t\u00b5\u00e9\u0130\ud83d\ude00";
  private static final String[] PIECES = {"mg", "/", "ml", "500", "0,5", "100.000", "IU", "tab", "salep mata", "+",
      "asam",
      "natrium", "vit", "B12", "(", ")", "%", "juta", "komb :", "x", "inh", "parasetamol", "5", "per", "HCl", "retard"};

  private static String any(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(3) == 0) {
        text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
      } else {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
    }
    return text.toString();
  }

  @RepeatedTest(50)
  void readingIsTotalAndBounded(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    for (int i = 0; i < 200; i++) {
      var name = any(random);
      var reading = READER.read(name, any(random));
      assertTrue(reading.words().size() <= 4 * Scanner.LENGTH, name);
      for (var strength : reading.strengths()) {
        assertTrue(strength.value() >= 0 && strength.per() >= 0 && Double.isFinite(strength.base()), name);
        for (var other : reading.strengths()) {
          assertEquals(strength.likeness(other), other.likeness(strength), name);
        }
      }
    }
  }

  @RepeatedTest(20)
  void theKeyOfAKeyIsItself(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    for (int i = 0; i < 500; i++) {
      var word = new StringBuilder();
      int length = random.nextInt(20);
      for (int j = 0; j < length; j++) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      var key = Spelling.key(word.toString());
      assertEquals(key, Spelling.key(key), word.toString());
    }
  }

  @RepeatedTest(20)
  void aWordIsFoundByAnyWordNearIt(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var words = random.ints(200, 0, 26 * 26 * 26).distinct().sorted()
        .mapToObj(n -> "ab" + (char) ('a' + n % 26) + (char) ('a' + n / 26 % 26) + (char) ('a' + n / 676) + "xyz")
        .sorted().toList();
    var index = new FuzzyIndex(words, 2);
    for (var word : words) {
      var other = new StringBuilder(word);
      other.setCharAt(random.nextInt(word.length()), 'q');
      int nearest = words.stream().mapToInt(known -> FuzzyIndex.distance(known, other.toString())).min().orElse(9);
      var near = index.near(other.toString(), 2, 0);
      assertTrue(near.stream().allMatch(known -> FuzzyIndex.distance(known, other.toString()) == nearest), word);
      assertEquals(words.stream().filter(known -> FuzzyIndex.distance(known, other.toString()) == nearest).toList(),
          near);
    }
  }

  @RepeatedTest(20)
  void aNameWithoutEndIsCutOff(RepetitionInfo run) {
    var piece = PIECES[run.getCurrentRepetition() % PIECES.length] + " ";
    assertTrue(READER.read(piece.repeat(20_000)).text().length() >= 20_000);
  }
}
