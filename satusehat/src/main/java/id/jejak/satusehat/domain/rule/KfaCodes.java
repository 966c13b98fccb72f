package id.jejak.satusehat.domain.rule;

import java.util.Optional;

/** Whether KFA has a code. Thread-safe. */
@FunctionalInterface
public interface KfaCodes {
  /** Knows nothing: no code is doubted. */
  KfaCodes UNKNOWN = _ -> Optional.empty();

  /** True when KFA has the code, false when it has not; empty when nobody can say. */
  Optional<Boolean> has(String code);
}
