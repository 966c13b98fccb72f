/**
 * SATUSEHAT's pharmacy module: prescriptions, the national prescription number, dispensing, and what may still be
 * redeemed, as a FHIR R4 server and as eresep v2.
 */
@NullMarked
package id.jejak.satusehat;

import org.jspecify.annotations.NullMarked;
