/** The desk's own services: operations, words and limits. What BPJS calls stands in the contract of antrean. */
@NullMarked
package id.jejak.facility.queue.contract;

import org.jspecify.annotations.NullMarked;
