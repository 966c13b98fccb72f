/**
 * The wire of SATUSEHAT's pharmacy module, exactly: types, search parameters, outcomes, operations. Depends on nothing
 * but the kernel.
 *
 * <p>Nothing here is ours to improve. What the real server was recorded to answer is answered, odd or not.
 */
@NullMarked
package id.jejak.satusehat.contract;

import org.jspecify.annotations.NullMarked;
