/** What is asked and answered below {@code /facility/v1}: operations, refusals, limits. Ours, no national document has it. */
@NullMarked
package id.jejak.facility.access.contract;

import org.jspecify.annotations.NullMarked;
