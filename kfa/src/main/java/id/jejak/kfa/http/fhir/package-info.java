/** The dictionary as a FHIR R4 terminology server. Nothing of it is in the platform's documents. */
@NullMarked
package id.jejak.kfa.http.fhir;

import org.jspecify.annotations.NullMarked;
