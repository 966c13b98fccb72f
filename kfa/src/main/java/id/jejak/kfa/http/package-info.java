/** One handler for each operation of the dictionary's document, and those of our own. */
@NullMarked
package id.jejak.kfa.http;

import org.jspecify.annotations.NullMarked;
