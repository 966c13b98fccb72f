/** The seam between Jejak and the web: a server is a {@link id.jejak.kernel.http.Handler}, and so is a client's transport. */
@NullMarked
package id.jejak.kernel.http;

import org.jspecify.annotations.NullMarked;
