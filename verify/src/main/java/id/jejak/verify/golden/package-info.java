/**
 * Golden exchanges: requests with the answers they must get, byte for byte, kept beside the system they
 * describe. They are the contract's tests and the reference's examples at once.
 */
@NullMarked
package id.jejak.verify.golden;

import org.jspecify.annotations.NullMarked;
