package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Custody;
import java.util.Arrays;
import org.jdbi.v3.core.statement.SqlStatement;

/** Custody as the columns {@code path, received, transit_from, transit_to, transit_kind, shipment}. */
final class CustodySql {
  private CustodySql() {}

  static <S extends SqlStatement<S>> S bind(S statement, Custody custody) {
    var transit = custody.transit();
    return statement
        .bind("path", SqlArray.ints(Arrays.stream(custody.path()).boxed().toList()))
        .bind("received", custody.received())
        .bind("from", transit == null ? null : transit.from())
        .bind("to", transit == null ? null : transit.to())
        .bind("kind", transit == null ? null : transit.kind().ordinal())
        .bind("shipment", transit == null ? null : transit.shipment());
  }
}
