/** SQL of the outbox. */
@NullMarked
package id.jejak.delivery.store;

import org.jspecify.annotations.NullMarked;
