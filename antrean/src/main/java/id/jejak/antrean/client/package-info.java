/**
 * Typed clients for both sides of the wire: BPJS's services, VClaim's, and a hospital's. They know nothing but the
 * contract.
 */
@NullMarked
package id.jejak.antrean.client;

import org.jspecify.annotations.NullMarked;
