/** The services that BPJS calls, and those of the desk: read, decide, remember, render. */
@NullMarked
package id.jejak.facility.queue.http;

import org.jspecify.annotations.NullMarked;
