package id.jejak.verify.planted.facility.access.store;

import id.jejak.verify.planted.ttac.client.Caller;

/** Breaks: a wing reaches others from one room. */
final class CallsFromTheCellar {
  Caller seen = new Caller();
}
