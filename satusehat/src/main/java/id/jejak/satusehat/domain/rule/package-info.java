/** The pharmacy document's own rules as tables, and the decisions over them. Knows neither JSON nor FHIR paths. */
@NullMarked
package id.jejak.satusehat.domain.rule;

import org.jspecify.annotations.NullMarked;
