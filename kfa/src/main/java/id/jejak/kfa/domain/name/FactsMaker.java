package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.Product.Ingredient;
import id.jejak.kfa.domain.name.Facts.Standing;
import id.jejak.kfa.domain.name.Facts.Substance;
import id.jejak.kfa.domain.name.Reading.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes facts of a template's name and its ingredients. The name is trusted for strengths, as ingredients often lack
 * the volume; the ingredients tell which words of the name are substances. Immutable, thread-safe.
 */
public final class FactsMaker {
  private final NameReader reader;
  /** Names that stand for a set of substances, by that set. */
  private final Map<Set<Set<String>>, Set<String>> combos = new HashMap<>();

  /** Makes facts in the words of a reader. */
  public FactsMaker(NameReader reader) {
    this.reader = reader;
    for (var combo : reader.lexicon().combos()) {
      var set = new HashSet<Set<String>>();
      reader.read(combo.getValue()).parts().forEach(part -> set.add(words(part)));
      combos.computeIfAbsent(set, _ -> new LinkedHashSet<>()).add(combo.getKey());
    }
  }

  /**
   * The facts of a template.
   *
   * @param ingredients of any of its products
   * @param form the dictionary's own word for its form, used when the name says nothing
   */
  public Facts make(String code, String name, boolean medicine, List<Ingredient> ingredients, Optional<String> form,
      Standing standing) {
    var reading = reader.read(name);
    var labels = new LinkedHashSet<String>();
    var substances = medicine ? substances(reading, ingredients, labels) : List.<Substance>of();
    if (!medicine) {
      reading.words().forEach(word -> labels.add(word.key()));
      reading.words().stream().findFirst().ifPresent(word -> labels.add(Facts.HEAD + word.key()));
    }
    var set = new HashSet<Set<String>>();
    substances.forEach(substance -> set.add(substance.words()));
    labels.addAll(combos.getOrDefault(set, Set.of()));
    var shape = reading.forms().stream().findFirst()
        .or(() -> form.flatMap(text -> reader.read(text).forms().stream().findFirst()));
    return new Facts(code, name, medicine, substances, labels, medicine ? shape : Optional.empty(),
        new HashSet<>(reading.sizes()), standing);
  }

  private List<Substance> substances(Reading reading, List<Ingredient> ingredients, Set<String> labels) {
    var named = reading.parts().stream().filter(part -> !part.words().isEmpty()).toList();
    var strong = named.stream().filter(part -> !part.strengths().isEmpty()).toList();
    var chosen = strong.isEmpty() ? named : strong;
    if (ingredients.isEmpty() || chosen.size() == ingredients.size()) {
      var substances = new ArrayList<Substance>();
      for (int i = 0; i < chosen.size(); i++) {
        var part = chosen.get(i);
        var ingredient = ingredients.isEmpty() ? Set.<String>of() : words(ingredients.get(i).name());
        var common = common(part, ingredient);
        boolean other = Collections.disjoint(common, ingredient)
            && chosen.stream().noneMatch(one -> !Collections.disjoint(words(one), ingredient));
        substances.add(new Substance(common, other ? ingredient : Set.of(), Set.copyOf(part.salts()),
            part.strengths()));
      }
      named.forEach(part -> labels.addAll(words(part)));
      substances.forEach(substance -> labels.removeAll(substance.words()));
      return substances;
    }
    var substances = new ArrayList<Substance>();
    for (var ingredient : ingredients) {
      var read = reader.read(ingredient.name() + " " + ingredient.strength());
      var words = new LinkedHashSet<String>();
      read.words().forEach(word -> words.add(word.key()));
      var salts = new LinkedHashSet<String>();
      read.parts().forEach(part -> salts.addAll(part.salts()));
      substances.add(new Substance(words, Set.of(), salts, read.strengths()));
    }
    named.forEach(part -> labels.addAll(words(part)));
    substances.forEach(substance -> labels.removeAll(substance.words()));
    return substances;
  }

  /**
   * The words that name and ingredient have in common; the name's when they have none, as ingredients may be
   * misordered.
   */
  private static Set<String> common(Part part, Set<String> ingredient) {
    var words = words(part);
    var both = new LinkedHashSet<>(words);
    both.retainAll(ingredient);
    return both.isEmpty() ? words : both;
  }

  private Set<String> words(String name) {
    var words = new LinkedHashSet<String>();
    reader.read(name).words().forEach(word -> words.add(word.key()));
    return words;
  }

  private static Set<String> words(Part part) {
    var words = new LinkedHashSet<String>();
    part.words().forEach(word -> words.add(word.key()));
    return words;
  }
}
