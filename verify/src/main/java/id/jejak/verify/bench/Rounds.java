package id.jejak.verify.bench;

import java.util.function.Consumer;

/**
 * Ours and bare SQL in turn, so that whatever else the machine does meanwhile hits both alike; who goes first changes
 * from round to round. The first rounds of each are not measured: they warm both up.
 */
public final class Rounds {
  private final Measure ours = new Measure();
  private final Measure bare = new Measure();

  /** Runs the rounds. */
  public Rounds(Stage stage, Consumer<Measure> oneOfOurs, Consumer<Measure> oneOfBare) {
    for (int round = 0; round < stage.warmups(); round++) {
      oneOfOurs.accept(new Measure());
      oneOfBare.accept(new Measure());
    }
    for (int round = 0; round < stage.rounds(); round++) {
      if (round % 2 == 0) {
        oneOfOurs.accept(ours);
        oneOfBare.accept(bare);
      } else {
        oneOfBare.accept(bare);
        oneOfOurs.accept(ours);
      }
    }
  }

  /** Ours. */
  public Measure ours() {
    return ours;
  }

  /** Bare SQL. */
  public Measure bare() {
    return bare;
  }
}
