package id.jejak.verify.planted.facility.queue.http;

import id.jejak.verify.planted.facility.access.store.Rows;

/** Breaks: wings know each other by their doors. */
final class ClimbsThroughTheWall {
  Rows seen = new Rows();
}
