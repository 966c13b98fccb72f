package id.jejak.verify.planted.gateway;

import id.jejak.verify.planted.ttac.domain.Decision;

/** A door that knows the rooms behind it. */
final class KnowsWhoStandsBehind {
  Decision decision = new Decision();
}
