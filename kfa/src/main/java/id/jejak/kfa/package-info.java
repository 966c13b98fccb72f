/** KFA, the Ministry of Health's dictionary of medicines and devices. */
@NullMarked
package id.jejak.kfa;

import org.jspecify.annotations.NullMarked;
