/** Clients and tokens in PostgreSQL, schema {@code gateway}. */
@NullMarked
package id.jejak.gateway.store;

import org.jspecify.annotations.NullMarked;
