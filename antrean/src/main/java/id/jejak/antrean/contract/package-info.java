/**
 * The wire of the hospital queue, exactly, on both sides: codes, messages, headers, limits, operations. Depends on
 * nothing but the kernel.
 *
 * <p>Nothing here is ours to improve. A misspelt word stays misspelt.
 */
@NullMarked
package id.jejak.antrean.contract;

import org.jspecify.annotations.NullMarked;
