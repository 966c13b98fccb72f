package id.jejak.kfa.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kfa.domain.name.Confidence;
import id.jejak.kfa.names.AnswerKey.Row;
import id.jejak.kfa.store.search.NameSearch;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A confidence is what it says: fitted to one part of the answer key, true of the other. */
class ConfidenceTest {
  private static final double CLOSE = 0.02;
  private static final double HONEST = 0.06;

  @Test
  void isFittedToTheTunedPart(@TempDir Path folder) {
    try (var search = NameSearch.open(folder, "fit", TestCatalogue.products()::forEach)) {
      var samples = ConfidenceFit.samples(search, AnswerKey.rows(), row -> !row.heldOut());
      var weights = ConfidenceFit.fit(samples);
      for (var sample : samples) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * sample.features()[i];
        }
        assertEquals(1 / (1 + Math.exp(-sum)), Confidence.of(sample.features()), CLOSE,
            "the weights in Confidence are those of " + Arrays.toString(weights));
      }
      var held = ConfidenceFit.miscalibration(ConfidenceFit.samples(search, AnswerKey.rows(), Row::heldOut));
      assertTrue(held <= HONEST, "off by " + held);
    }
  }
}
