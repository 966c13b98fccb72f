package id.jejak.verify.planted.delivery;

import id.jejak.verify.planted.ttac.client.Caller;

/** Violation: the outbox knows a system, so that another one would need another outbox. */
final class KnowsWhomItServes {
  Caller caller = new Caller();
}
