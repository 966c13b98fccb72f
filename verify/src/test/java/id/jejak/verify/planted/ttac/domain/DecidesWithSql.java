package id.jejak.verify.planted.ttac.domain;

import id.jejak.verify.planted.ttac.store.Table;

/** A rule that needs tables. */
final class DecidesWithSql {
  Table table = new Table();
}
