package id.jejak.verify.planted.delivery.domain;

import id.jejak.verify.planted.delivery.store.Row;

/** Violation: what becomes of a parcel leans on how it is kept. */
final class DecidesByRow {
  Row row = new Row();
}
