/**
 * The typed client of SATUSEHAT's pharmacy, ours or the real one: FHIR as it is ({@link FhirClient}), eresep
 * ({@link EresepClient}), and in {@code care} both roles of the document without FHIR. Needs nothing of the server but its
 * contract.
 */
@NullMarked
package id.jejak.satusehat.client;

import org.jspecify.annotations.NullMarked;
