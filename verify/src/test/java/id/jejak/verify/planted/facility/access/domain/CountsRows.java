package id.jejak.verify.planted.facility.access.domain;

import id.jejak.verify.planted.facility.access.store.Rows;

/** Breaks: a domain knows only words. */
final class CountsRows {
  Rows seen = new Rows();
}
