/**
 * The durable outbox: what a facility owes to the national systems, written with the change that causes it, carried
 * until it arrived or a human has to look. Knows no system.
 */
@NullMarked
package id.jejak.delivery;

import org.jspecify.annotations.NullMarked;
