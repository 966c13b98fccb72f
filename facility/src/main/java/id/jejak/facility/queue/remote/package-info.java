/** The way to BPJS, by its typed client: what is owed is carried, and the doctors' weeks are fetched. */
@NullMarked
package id.jejak.facility.queue.remote;

import org.jspecify.annotations.NullMarked;
