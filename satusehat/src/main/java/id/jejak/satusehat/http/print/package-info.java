/**
 * Prescriptions on paper: what stands on a sheet, in the words of an Indonesian prescription, and its PDF.
 * Knows neither FHIR nor SQL.
 */
@NullMarked
package id.jejak.satusehat.http.print;

import org.jspecify.annotations.NullMarked;
