/** Recall, from the word to the patients, as a client of the facility's own API. */
@NullMarked
package id.jejak.app.web.recall;

import org.jspecify.annotations.NullMarked;
