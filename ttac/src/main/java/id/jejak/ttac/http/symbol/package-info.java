/**
 * Draws barcodes: BPOM's texts as DataMatrix and QR symbols, for the console, for labels and for trying a
 * scanner.
 */
@NullMarked
package id.jejak.ttac.http.symbol;

import org.jspecify.annotations.NullMarked;
