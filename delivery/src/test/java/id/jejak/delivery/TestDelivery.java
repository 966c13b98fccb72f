package id.jejak.delivery;

import id.jejak.delivery.store.Schema;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestPostgres;

/** A throw-away database for tests of delivery. */
final class TestDelivery {
  private TestDelivery() {}

  static Db database() {
    var at = TestPostgres.freshDatabase(Schema.MIGRATIONS);
    return Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())));
  }
}
