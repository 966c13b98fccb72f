/**
 * Both roles of the document without FHIR: a hospital that prescribes ({@link Hospital}), a pharmacy that dispenses
 * ({@link Pharmacy}). Words are those of the trade; what they become on the wire is what the official examples show.
 *
 * <p>Whatever is sent carries a number of the sender's own. So a step whose answer was lost is looked for, and calling
 * it again goes on where it stopped instead of doing it twice.
 */
@NullMarked
package id.jejak.satusehat.client.care;

import org.jspecify.annotations.NullMarked;
