package id.jejak.verify.planted.ttac.contract;

import id.jejak.verify.planted.ttac.domain.Decision;

/** A wire that changes with our rules. */
final class BendsToTheDomain {
  Decision decision = new Decision();
}
