/** KFA measured: a dictionary of the real size, beside a server that only gives the same bytes. */
@NullMarked
package id.jejak.verify.bench.kfa;

import org.jspecify.annotations.NullMarked;
