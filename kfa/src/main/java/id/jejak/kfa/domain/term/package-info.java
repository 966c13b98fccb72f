/** The dictionary as a code system: its concepts, and which stands above which. Pure. */
@NullMarked
package id.jejak.kfa.domain.term;

import org.jspecify.annotations.NullMarked;
