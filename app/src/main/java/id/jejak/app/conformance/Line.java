package id.jejak.app.conformance;

/** A requirement and what was found about it. */
public record Line(Requirement requirement, Judgement judgement) {
  /** What became of it. */
  public Verdict verdict() {
    return judgement.verdict();
  }
}
