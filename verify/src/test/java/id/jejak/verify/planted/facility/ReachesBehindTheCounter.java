package id.jejak.verify.planted.facility;

import id.jejak.verify.planted.ttac.http.Served;

/** A pharmacy inside the ministry. */
final class ReachesBehindTheCounter {
  Served served = new Served();
}
