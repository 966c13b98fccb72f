/**
 * The side that each hospital hosts: its operations, what it says, and what stands inside its answers, in the names of
 * both generations of the document.
 */
@NullMarked
package id.jejak.antrean.contract.rs;

import org.jspecify.annotations.NullMarked;
