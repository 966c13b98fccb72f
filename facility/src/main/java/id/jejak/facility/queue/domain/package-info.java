/**
 * Decisions of the queue: numbers, places, estimates, and what may be told of a patient's way. No clock, wire or SQL.
 */
@NullMarked
package id.jejak.facility.queue.domain;

import org.jspecify.annotations.NullMarked;
