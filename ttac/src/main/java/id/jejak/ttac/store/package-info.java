/**
 * TTAC's tables in the schema {@code ttac}, and every statement that touches them.
 */
@NullMarked
package id.jejak.ttac.store;

import org.jspecify.annotations.NullMarked;
