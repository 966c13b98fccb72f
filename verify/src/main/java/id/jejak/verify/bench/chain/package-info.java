/** Measures what joins the systems. */
@NullMarked
package id.jejak.verify.bench.chain;

import org.jspecify.annotations.NullMarked;
