package id.jejak.verify.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param unit what {@code per second} counts
 * @param bare the same done by bare SQL in one round trip; null where there is no such thing
 */
public record Line(String operation, String unit, Measure ours, @Nullable Measure bare, List<Aim> aims) {
  /** Ours to bare SQL's units a second. */
  public OptionalDouble ratio() {
    return bare == null ? OptionalDouble.empty() : OptionalDouble.of(ours.perSecond() / bare.perSecond());
  }

  /** True when every aim is met. */
  public boolean met() {
    return aims.stream().allMatch(aim -> aim.met().test(this));
  }
}
