package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.name.Asked;
import id.jejak.kfa.domain.name.Vocabulary.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What the index is asked for one search: it orders entries roughly, so that few have to be judged. For one thread. */
final class Queries {
  private static final float STRENGTH = 2.5f;
  private static final float SHAPE = 1.5f;
  private static final float SINGLE = 1.5f;

  private final NameIndex index;
  private final Asked asked;
  private final Map<String, Double> rarity = new HashMap<>();

  Queries(NameIndex index, Asked asked) {
    this.index = index;
    this.asked = asked;
  }

  /** Templates with any of the words; those with the strength and the form that are named come first. */
  Query templates() throws IOException {
    var words = new BooleanQuery.Builder();
    for (var term : asked.terms()) {
      for (var alternative : term.alternatives()) {
        words.add(weighed(Fields.WORD, alternative.key(),
            (float) (term.weight() * rarity(alternative.key()) * (1 - 0.2 * Math.min(2, alternative.cost())))),
            Occur.SHOULD);
      }
    }
    var query = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
    for (var strength : asked.strengths()) {
      query.add(weighed(Fields.STRENGTH, strength.term(), STRENGTH), Occur.SHOULD);
    }
    for (var form : asked.reading().forms()) {
      query.add(weighed(Fields.SHAPE, form.shape().name(), SHAPE), Occur.SHOULD);
    }
    if (asked.terms().stream().filter(term -> term.kind() == Kind.SUBSTANCE && !term.unknown()).count() == 1) {
      query.add(weighed(Fields.SINGLE, "1", SINGLE), Occur.SHOULD);
    }
    return query.build();
  }

  static Query weighed(String field, String term, float weight) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), weight);
  }

  /** How much a word tells: a rare one more than a common one. */
  private double rarity(String word) throws IOException {
    var known = rarity.get(word);
    if (known == null) {
      known = 1 + Math.log(1 + (double) index.size() / (1 + index.frequency(Fields.WORD, word)));
      rarity.put(word, known);
    }
    return known;
  }

  /** Entries that have all words which the dictionary knows. */
  long total(boolean products) throws IOException {
    var templates = new BooleanQuery.Builder();
    var others = new BooleanQuery.Builder();
    for (var term : asked.terms()) {
      if (term.unknown()) {
        continue;
      }
      var words = new BooleanQuery.Builder();
      var brands = new BooleanQuery.Builder();
      for (var alternative : term.alternatives()) {
        words.add(new TermQuery(new Term(Fields.WORD, alternative.key())), Occur.SHOULD);
        for (var field : List.of(Fields.PRODUCT_WORD, Fields.BRAND, Fields.MAKER)) {
          brands.add(new TermQuery(new Term(field, alternative.key())), Occur.SHOULD);
        }
      }
      templates.add(words.build(), Occur.MUST);
      others.add(brands.build(), Occur.MUST);
    }
    return (long) index.count(templates.build()) + (products ? index.count(others.build()) : 0);
  }
}
