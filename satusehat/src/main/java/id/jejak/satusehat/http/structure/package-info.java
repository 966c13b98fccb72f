/**
 * FHIR R4's own shape: which elements a type has, how often, of which type. Read from a table that was generated once
 * out of HAPI's metadata, so that the hot path needs none of HAPI.
 */
@NullMarked
package id.jejak.satusehat.http.structure;

import org.jspecify.annotations.NullMarked;
