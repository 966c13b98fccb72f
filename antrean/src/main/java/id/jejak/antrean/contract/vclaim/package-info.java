/** What stands inside VClaim's answers, with its names. Numbers are texts there. */
@NullMarked
package id.jejak.antrean.contract.vclaim;

import org.jspecify.annotations.NullMarked;
