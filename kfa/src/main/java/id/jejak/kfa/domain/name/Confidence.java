package id.jejak.kfa.domain.name;

/**
 * The chance that the first candidate is right, from how well it answers the name and how far the next one is behind. A
 * logistic curve; its weights were fitted to the tuned part of the answer key, see {@code ConfidenceFit} beside the
 * tests.
 */
public final class Confidence {
  private static final double[] WEIGHTS = {-6.67, 1.78, 4.45, 3.66, 0.18, -0.31, -1.01};

  private Confidence() {}

  /**
   * What the curve is fitted over: 1, substance, strength, form, lead before the next, letters changed, words not
   * understood.
   *
   * @param lead score before the next candidate of another kind, 0 to 1
   */
  public static double[] features(Match match, double lead) {
    return new double[] {1, match.substance(), match.strength(), match.form(), Math.min(1, lead * 5),
        Math.min(3, match.cost()), Math.min(2, match.unexplained())};
  }

  /** The chance for these features. */
  public static double of(double[] features) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += WEIGHTS[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
