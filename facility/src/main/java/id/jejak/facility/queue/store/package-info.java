/** The SQL of the queue, in the schema queue. */
@NullMarked
package id.jejak.facility.queue.store;

import org.jspecify.annotations.NullMarked;
