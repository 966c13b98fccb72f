/** PostgreSQL: connections, transactions, migrations. Transactions roll back on every {@code Throwable}. */
@NullMarked
package id.jejak.kernel.db;

import org.jspecify.annotations.NullMarked;
