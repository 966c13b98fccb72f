/** What the pharmacy prints, as PDF. */
@NullMarked
package id.jejak.facility.pharmacy.http.print;

import org.jspecify.annotations.NullMarked;
