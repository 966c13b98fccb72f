/** Decisions about sessions, and the chain that holds the audit together. */
@NullMarked
package id.jejak.facility.access.domain;

import org.jspecify.annotations.NullMarked;
