package id.jejak.verify.planted.ttac.http;

import id.jejak.verify.planted.gateway.store.Keys;

/** Somebody with a door of his own. */
final class HasNoBusinessThere {
  Keys keys = new Keys();
}
