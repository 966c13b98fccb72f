/** The gateway's one operation, the guard before what stands behind it, and its demo world. */
@NullMarked
package id.jejak.gateway.http;

import org.jspecify.annotations.NullMarked;
