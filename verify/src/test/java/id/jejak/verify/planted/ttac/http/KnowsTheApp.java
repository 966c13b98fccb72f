package id.jejak.verify.planted.ttac.http;

import id.jejak.verify.planted.app.Everything;

/** A system that leans on the wiring. */
final class KnowsTheApp {
  Everything everything = new Everything();
}
