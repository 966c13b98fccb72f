/**
 * The front door of the SATUSEHAT platform: clients, access tokens, and the faults that the door itself answers. KFA
 * and FHIR stand behind it; it knows neither.
 */
@NullMarked
package id.jejak.gateway;

import org.jspecify.annotations.NullMarked;
