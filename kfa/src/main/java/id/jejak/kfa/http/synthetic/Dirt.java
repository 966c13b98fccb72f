package id.jejak.kfa.http.synthetic;

/** Whether rows are as the real dictionary has them, with everything that is wrong there, or as they should be. */
public enum Dirt {
  /** At the rates of {@link Rates}. */
  USUAL,
  /** Every row has its code, its packs and one way of writing. */
  NONE;

  /** True so many times in a thousand, and never when there is no dirt. Draws either way, so that the rest stays. */
  boolean hits(Draw draw, int inThousand) {
    return draw.chance(inThousand) && this == USUAL;
  }
}
