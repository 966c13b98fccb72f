/** What stands inside requests and answers, with the names of the documents; the components are in their order. */
@NullMarked
package id.jejak.antrean.contract.wire;

import org.jspecify.annotations.NullMarked;
