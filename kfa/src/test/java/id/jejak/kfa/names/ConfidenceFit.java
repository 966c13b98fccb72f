package id.jejak.kfa.names;

import id.jejak.kfa.domain.name.Confidence;
import id.jejak.kfa.domain.name.Hit;
import id.jejak.kfa.domain.name.Piles;
import id.jejak.kfa.names.AnswerKey.Row;
import id.jejak.kfa.store.search.NameSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fits the weights of {@link Confidence} to an answer key. Each row counts three times: as it is, and, with a tenth
 * of the weight each, as if the dictionary lacked the right entry, and as if it lacked the substances, since lists
 * name things that it lacks. No weight may say that a better match is a worse one.
 */
final class ConfidenceFit {
  private static final double MISSING = 0.1;
  private static final int ROUNDS = 20_000;
  private static final double STEP = 0.5;
  private static final double PULL = 1e-3;
  private static final int HITS = 200;
  private static final double[] SIGNS = {0, 1, 1, 1, 1, -1, -1};

  private ConfidenceFit() {}

  /** What was seen: features, whether the first candidate was right, and how much it counts. */
  record Sample(double[] features, boolean right, double weight) {}

  static List<Sample> samples(NameSearch search, List<Row> rows, Predicate<Row> only) {
    var samples = new ArrayList<Sample>();
    for (var row : rows) {
      if (row.nothing() || row.device() || !only.test(row)) {
        continue;
      }
      var answer = search.answer(row.name(), row.unit(), HITS);
      var hits = row.brand().isEmpty() ? answer.templates().items() : answer.products().items();
      add(samples, row, hits, 1 - 2 * MISSING);
      add(samples, row, hits.stream().filter(hit -> !row.means(hit.name())).toList(), MISSING);
      add(samples, row, hits.stream().filter(hit -> hit.match().substance() < 0.9).toList(), MISSING);
    }
    return samples;
  }

  private static void add(List<Sample> samples, Row row, List<Hit> hits, double weight) {
    if (!hits.isEmpty()) {
      samples.add(new Sample(Confidence.features(hits.getFirst().match(), Piles.lead(hits)),
          row.means(hits.getFirst().name()), weight));
    }
  }

  /** Gradient descent on the logistic loss, with a slight pull towards zero; the same samples give the same weights. */
  static double[] fit(List<Sample> samples) {
    var weights = new double[samples.getFirst().features().length];
    double all = samples.stream().mapToDouble(Sample::weight).sum();
    for (int round = 0; round < ROUNDS; round++) {
      var slope = new double[weights.length];
      for (var sample : samples) {
        double miss = sample.weight() * ((sample.right() ? 1 : 0) - chance(weights, sample.features()));
        for (int i = 0; i < weights.length; i++) {
          slope[i] += miss * sample.features()[i] / all;
        }
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] += STEP * (slope[i] - PULL * weights[i]);
        weights[i] = SIGNS[i] * weights[i] < 0 ? 0 : weights[i];
      }
    }
    return weights;
  }

  private static double chance(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Mean distance between what was promised and what came, over tenths of the promise, weighed. */
  static double miscalibration(List<Sample> samples) {
    var promised = new double[10];
    var came = new double[10];
    double all = 0;
    for (var sample : samples) {
      double chance = Confidence.of(sample.features());
      int bin = Math.min(9, (int) (chance * 10));
      promised[bin] += chance * sample.weight();
      came[bin] += sample.right() ? sample.weight() : 0;
      all += sample.weight();
    }
    double off = 0;
    for (int i = 0; i < promised.length; i++) {
      off += Math.abs(promised[i] - came[i]);
    }
    return off / all;
  }
}
