/** The drug dictionary for people: search that says why, products with prices and siblings, over KFA's own wire. */
@NullMarked
package id.jejak.app.web.kfa;

import org.jspecify.annotations.NullMarked;
