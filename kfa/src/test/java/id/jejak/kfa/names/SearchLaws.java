package id.jejak.kfa.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.name.Reading;
import id.jejak.kfa.store.search.NameSearch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Search, over whatever a seed makes of a dictionary's names. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchLaws {
  private final List<Product> single = TestCatalogue.products().stream()
      .filter(product -> product.kind().pharmacy() && product.ingredients().size() == 1 && product.general()).toList();
  private @org.jspecify.annotations.Nullable NameSearch search;

  @BeforeAll
  void open(@TempDir Path folder) {
    search = NameSearch.open(folder, "laws", TestCatalogue.products()::forEach);
  }

  @AfterAll
  void close() {
    opened().close();
  }

  private NameSearch opened() {
    return java.util.Objects.requireNonNull(search);
  }

  private String first(String query) {
    return opened().search(query, 1, Optional.of(Level.TEMPLATE)).items().stream().map(hit -> hit.code()).findFirst()
        .orElse("none");
  }

  @RepeatedTest(20)
  void theOrderOfWordsDoesNotChangeTheFirstHit(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    for (int i = 0; i < 10; i++) {
      var product = single.get(random.nextInt(single.size()));
      var ingredient = product.ingredients().getFirst();
      var form = product.template().name().substring(product.template().name().indexOf(ingredient.strength())
          + ingredient.strength().length()).strip();
      var pieces = new ArrayList<>(List.of(ingredient.name(), ingredient.strength(), form));
      var answer = first(String.join(" ", pieces) + " ");
      Collections.shuffle(pieces, random);
      assertEquals(answer, first(String.join(" ", pieces) + " "), pieces.toString());
    }
  }

  @RepeatedTest(20)
  void aLetterMistypedStillFindsTheSubstance(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    for (int i = 0; i < 20; i++) {
      var name = single.get(random.nextInt(single.size())).ingredients().getFirst().name();
      if (!name.matches("[A-Za-z]{6,}")) {
        continue;
      }
      var typed = mistyped(name.toLowerCase(Locale.ROOT), random);
      var wanted = keys(name);
      var other = keys(typed);
      var found = opened().search(typed + " ", 50, Optional.empty()).items();
      boolean there = found.stream().anyMatch(hit -> keys(hit.name()).containsAll(wanted));
      // what was typed may be a word of the dictionary by itself; then that is found
      assertTrue(there || found.stream().anyMatch(hit -> keys(hit.name()).containsAll(other)), name + " as " + typed);
    }
  }

  private Set<String> keys(String name) {
    return opened().reader().read(name).words().stream().map(Reading.Word::key).collect(Collectors.toSet());
  }

  private static String mistyped(String word, Random random) {
    var text = new StringBuilder(word);
    int at = random.nextInt(word.length() - 1);
    char letter = (char) ('a' + random.nextInt(26));
    switch (random.nextInt(4)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.setCharAt(at, letter);
      case 2 -> text.insert(at, letter);
      default -> {
        text.setCharAt(at, word.charAt(at + 1));
        text.setCharAt(at + 1, word.charAt(at));
      }
    }
    return text.toString();
  }
}
