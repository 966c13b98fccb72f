/**
 * The text inside a BPOM 2D barcode: reading it in every spelling scanners produce, writing it, and saying
 * what is wrong with it. Depends on nothing but the language; knows neither wire nor store.
 *
 * <p>A pack carries {@code (90)NIE(10)batch(17)expiry(21)serial} or the same with {@code (01)GTIN} in
 * front, in any order; outer boxes carry a company's own plain code. Sources: BPOM slides "Materi 3", 9
 * December 2022; PerBPOM 22/2022 articles 3, 6 and 9; GS1 General Specifications (lengths, character set,
 * check digits, dates).
 */
@NullMarked
package id.jejak.ttac.contract.barcode;

import org.jspecify.annotations.NullMarked;
