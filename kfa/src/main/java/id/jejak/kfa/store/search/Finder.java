package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.name.Asked;
import id.jejak.kfa.domain.name.Asked.Term;
import id.jejak.kfa.domain.name.Facts;
import id.jejak.kfa.domain.name.Facts.Standing;
import id.jejak.kfa.domain.name.Hit;
import id.jejak.kfa.domain.name.Hits;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.name.Match;
import id.jejak.kfa.domain.name.Scorer;
import id.jejak.kfa.domain.name.Vocabulary.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;

/** One search in one generation of the index. For one thread. */
final class Finder {
  /** Templates that are judged in full: the index has ordered them roughly by then. */
  private static final int TEMPLATES = 60;
  /** Products that are found by their brand. */
  private static final int BRANDED = 40;
  private static final int INGREDIENTS = 20;
  /** Products of one template that are looked at. */
  private static final int OF_TEMPLATE = 400;
  private static final int IDENTIFIED = 50;
  private static final double GENERAL = 0.004;
  private static final double BRAND = 0.008;
  private static final double TEMPLATE_OF_BRAND = 0.96;
  private static final double SIBLING = 0.6;
  private static final double INGREDIENT = 0.98;
  private static final double ROUND = 1e4;

  private final NameIndex index;
  private final Asked asked;
  private final Queries queries;

  Finder(NameIndex index, Asked asked) {
    this.index = index;
    this.asked = asked;
    queries = new Queries(index, asked);
  }

  /** An entry on its way to be a hit. */
  private record Found(String code, String name, Level level, double score, Match match, Facts facts, Set<String> brand,
      int order, String also) {}

  /** The one entry with a code, or those to which somebody else gave it. */
  static List<Hit> coded(NameIndex index, String text) throws IOException {
    var code = IndexFiles.plain(text);
    var hits = new ArrayList<Hit>();
    for (int place : index.with(Fields.CODE, code, IDENTIFIED)) {
      hits.add(exact(index, place, "code " + code));
    }
    for (int place : index.with(Fields.PACK, code, IDENTIFIED)) {
      if (index.entry(place) instanceof Entry.Product product) {
        product.packs().stream().filter(pack -> pack.code().equals(code)).findFirst().ifPresent(pack -> hits.add(
            new Hit(pack.code(), pack.name(), Level.PACK, 1, List.of("code " + code, "pack of " + product.code()),
                Match.exact(), Optional.empty())));
        hits.add(new Hit(product.code(), product.name(), Level.PRODUCT, 0.9, List.of("product of pack " + code),
            Match.exact(), Optional.empty()));
      }
    }
    for (int place : index.with(Fields.IDENTIFIER, code, IDENTIFIED)) {
      hits.add(exact(index, place, "number " + code));
    }
    return hits;
  }

  private static Hit exact(NameIndex index, int place, String why) throws IOException {
    return switch (index.entry(place)) {
      case Entry.Ingredient it -> new Hit(it.code(), it.name(), Level.INGREDIENT, 1, List.of(why), Match.exact(),
          Optional.empty());
      case Entry.Template(var facts) -> new Hit(facts.code(), facts.name(), Level.TEMPLATE, 1, List.of(why),
          Match.exact(), facts.form());
      case Entry.Product it -> new Hit(it.code(), it.name(), Level.PRODUCT, 1, List.of(why), Match.exact(),
          Optional.empty());
    };
  }

  /**
   * Searches.
   *
   * @param only the level that is wanted; empty for all but packs, which are asked for by code
   */
  Hits find(int limit, Optional<Level> only) throws IOException {
    if (asked.terms().stream().allMatch(Term::unknown)) {
      return Hits.NONE;
    }
    var templates = templates(limit);
    var found = new ArrayList<Found>();
    if (only.isEmpty() || only.get() == Level.TEMPLATE) {
      found.addAll(templates);
    }
    boolean products = only.isEmpty() || only.get() == Level.PRODUCT;
    var branded = branded();
    if (products) {
      found.addAll(branded);
      found.addAll(siblings(templates, branded, limit));
    }
    if (only.isEmpty() || only.get() == Level.TEMPLATE) {
      found.addAll(templatesOf(branded, templates));
    }
    if (only.isEmpty() || only.get() == Level.INGREDIENT) {
      found.addAll(ingredients());
    }
    return new Hits(queries.total(products), best(found, limit));
  }

  private List<Hit> best(List<Found> found, int limit) {
    var codes = new LinkedHashMap<String, Found>();
    found.sort(Comparator.comparingDouble((Found one) -> -one.score()).thenComparing(Found::order)
        .thenComparing(Found::code));
    for (var one : found) {
      codes.putIfAbsent(one.code(), one);
      if (codes.size() >= limit) {
        break;
      }
    }
    return codes.values().stream().map(this::hit).toList();
  }

  private Hit hit(Found one) {
    var why = new ArrayList<String>();
    if (!one.also().isEmpty()) {
      why.add(one.also());
    }
    why.addAll(Scorer.why(asked, one.facts(), one.brand(), one.match()));
    return new Hit(one.code(), one.name(), one.level(), Math.round(one.score() * ROUND) / ROUND, why, one.match(),
        one.facts().form());
  }

  private List<Found> templates(int limit) throws IOException {
    var found = new ArrayList<Found>();
    for (int place : index.best(queries.templates(), TEMPLATES + 2 * limit)) {
      var facts = index.template(place);
      var match = Scorer.judge(asked, facts, Set.of());
      if (match.score() > 0) {
        found.add(found(facts, match, match.score() * standing(facts.standing()), ""));
      }
    }
    found.sort(Comparator.comparingDouble((Found one) -> -one.score()).thenComparing(Found::code));
    return found;
  }

  private static Found found(Facts facts, Match match, double score, String also) {
    return new Found(facts.code(), facts.name(), Level.TEMPLATE, score, match, facts, Set.of(), 0, also);
  }

  private static double standing(Standing standing) {
    return switch (standing) {
      case GOOD -> 1;
      case DRAFT -> 0.8;
      case INACTIVE -> 0.6;
      case REPLACED -> 0.55;
    };
  }

  private List<Found> branded() throws IOException {
    var words = new BooleanQuery.Builder();
    boolean any = false;
    for (var term : asked.terms()) {
      for (var alternative : term.alternatives()) {
        if (index.vocabulary().kinds(alternative.key()).contains(Kind.BRAND)) {
          words.add(Queries.weighed(Fields.BRAND, alternative.key(), (float) (2 - 0.2 * alternative.cost())),
              Occur.SHOULD);
          any = true;
        }
      }
    }
    if (!any) {
      return List.of();
    }
    for (var term : asked.terms()) {
      for (var alternative : term.alternatives()) {
        words.add(Queries.weighed(Fields.MAKER, alternative.key(), 0.1f), Occur.SHOULD);
      }
    }
    var found = new ArrayList<Found>();
    for (int place : index.best(words.build(), BRANDED)) {
      if (index.entry(place) instanceof Entry.Product product) {
        var facts = facts(product.template());
        if (facts.isPresent()) {
          var match = Scorer.judge(asked, facts.get(), product.brand());
          if (match.branded()) {
            found.add(found(product, facts.get(), match, match.score(), ""));
          }
        }
      }
    }
    return found;
  }

  private static Found found(Entry.Product product, Facts facts, Match match, double score, String also) {
    return new Found(product.code(), product.name(), Level.PRODUCT, score * standing(product.standing()), match, facts,
        product.brand(), product.general() ? 1 : 2, also);
  }

  private Optional<Facts> facts(String template) throws IOException {
    var places = index.with(Fields.CODE, template, 2);
    for (int place : places) {
      if (index.entry(place) instanceof Entry.Template) {
        return Optional.of(index.template(place));
      }
    }
    return Optional.empty();
  }

  /** Products of the best templates, as many as may still be among the best. */
  private List<Found> siblings(List<Found> templates, List<Found> branded, int limit) throws IOException {
    var all = new ArrayList<Found>();
    var brands = new HashSet<String>();
    double top = 0;
    for (var one : branded) {
      brands.add(one.code());
      top = Math.max(top, one.score());
    }
    var order = new LinkedHashMap<String, Found>();
    branded.stream().sorted(Comparator.comparingDouble((Found one) -> -one.score())).limit(2)
        .forEach(one -> order.put(one.facts().code(), one));
    boolean brand = asked.branded() && top > 0;
    templates.forEach(one -> order.putIfAbsent(one.facts().code(), one));
    int templatesLeft = limit;
    for (var one : order.values()) {
      if (all.size() >= limit || templatesLeft-- == 0) {
        break;
      }
      boolean sibling = one.level() == Level.PRODUCT;
      int left = limit;
      for (int place : index.with(Fields.GENERAL, one.facts().code(), 1)) {
        left -= product(place, one, sibling || brand, GENERAL, brands, all);
      }
      for (int place : index.with(Fields.TEMPLATE, one.facts().code(), OF_TEMPLATE)) {
        if (left <= 0) {
          break;
        }
        left -= product(place, one, sibling || brand, BRAND, brands, all);
      }
    }
    return all;
  }

  private int product(int place, Found like, boolean sibling, double less, Set<String> seen, List<Found> all)
      throws IOException {
    if (index.entry(place) instanceof Entry.Product product && seen.add(product.code())) {
      var match = Scorer.judge(asked, like.facts(), product.brand());
      double score = sibling && !match.branded() ? like.match().score() * SIBLING : match.score();
      all.add(found(product, like.facts(), match, score - less, like.level() == Level.PRODUCT
          ? "same template as " + like.name() : ""));
      return product.standing() == Standing.GOOD ? 1 : 0;
    }
    return 0;
  }

  private List<Found> templatesOf(List<Found> branded, List<Found> templates) {
    var known = new HashSet<String>();
    templates.forEach(one -> known.add(one.code()));
    var found = new LinkedHashMap<String, Found>();
    branded.stream().sorted(Comparator.comparingDouble((Found one) -> -one.score())).forEach(one -> found.putIfAbsent(
        one.facts().code(), found(one.facts(), one.match(), one.score() * TEMPLATE_OF_BRAND
            * standing(one.facts().standing()), "template of " + one.name())));
    return List.copyOf(found.values());
  }

  private List<Found> ingredients() throws IOException {
    if (!asked.reading().strengths().isEmpty() || !asked.reading().forms().isEmpty()) {
      return List.of();
    }
    var words = new BooleanQuery.Builder();
    for (var term : asked.terms()) {
      for (var alternative : term.alternatives()) {
        words.add(Queries.weighed(Fields.INGREDIENT, alternative.key(), (float) (2 - 0.2 * alternative.cost())),
            Occur.SHOULD);
      }
    }
    var found = new ArrayList<Found>();
    for (int place : index.best(words.build(), INGREDIENTS)) {
      if (index.entry(place) instanceof Entry.Ingredient(var code, var name, var keys)) {
        var only = new Facts.Substance(keys, Set.of(), Set.of(), List.of());
        var facts = new Facts(code, name, true, List.of(only), Set.of(), Optional.empty(), Set.of(), Standing.GOOD);
        var match = Scorer.judge(asked, facts, Set.of());
        if (match.complete() && match.score() > 0) {
          found.add(new Found(code, name, Level.INGREDIENT, match.substance() * INGREDIENT, match, facts, Set.of(), 0,
              ""));
        }
      }
    }
    return found;
  }
}
