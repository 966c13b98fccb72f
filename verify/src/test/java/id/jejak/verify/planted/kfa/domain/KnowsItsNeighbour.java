package id.jejak.verify.planted.kfa.domain;

import id.jejak.verify.planted.ttac.domain.Decision;

/** A system that knows another. */
final class KnowsItsNeighbour {
  Decision decision = new Decision();
}
