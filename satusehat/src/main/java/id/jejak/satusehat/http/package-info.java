/** One route for each operation, and what stands behind it. */
@NullMarked
package id.jejak.satusehat.http;

import org.jspecify.annotations.NullMarked;
