/** The pharmacy's pages: counter and stock, as a client of the facility's own API. */
@NullMarked
package id.jejak.app.web.pharmacy;

import org.jspecify.annotations.NullMarked;
