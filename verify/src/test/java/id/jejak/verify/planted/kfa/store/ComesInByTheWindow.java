package id.jejak.verify.planted.kfa.store;

import id.jejak.verify.planted.gateway.store.Keys;

/** Somebody behind the gateway who takes the keys. */
final class ComesInByTheWindow {
  Keys keys = new Keys();
}
