/**
 * A pack's history in the words of GS1's EPCIS 2.0, for whoever reads that instead of TTAC's own.
 *
 * <p>EPCIS records what was observed and decides nothing: TTAC's rules live in the domain, this is an export.
 */
@NullMarked
package id.jejak.ttac.http.epcis;

import org.jspecify.annotations.NullMarked;
