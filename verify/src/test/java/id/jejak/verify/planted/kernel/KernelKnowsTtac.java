package id.jejak.verify.planted.kernel;

import id.jejak.verify.planted.ttac.domain.Decision;

/** A foundation that stands on the roof. */
final class KernelKnowsTtac {
  Decision decision = new Decision();
}
