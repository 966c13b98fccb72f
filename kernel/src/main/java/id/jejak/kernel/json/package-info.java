/** Reading and writing JSON within limits, through one immutable mapper. */
@NullMarked
package id.jejak.kernel.json;

import org.jspecify.annotations.NullMarked;
