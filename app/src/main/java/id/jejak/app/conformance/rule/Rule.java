package id.jejak.app.conformance.rule;

import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Line;
import id.jejak.app.conformance.Requirement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import java.util.function.Function;

/** A requirement that is judged by looking at the traffic. */
public record Rule(Requirement requirement, Function<Traffic, Judgement> check) {
  /** A rule in words. */
  static Rule of(String id, Words scenario, Words step, Words expected, String source,
      Function<Traffic, Judgement> check) {
    return new Rule(new Requirement(id, scenario, step, expected, source), check);
  }

  /** Judges. */
  public Line line(Traffic traffic) {
    return new Line(requirement, check.apply(traffic));
  }
}
