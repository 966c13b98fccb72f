package id.jejak.verify.planted.facility.access.store;

import id.jejak.verify.planted.facility.access.http.Served;

/** Breaks: a store neither serves nor asks. */
final class SpeaksHttp {
  Served seen = new Served();
}
