/**
 * The read side: files made of the tables, from which details and lists are answered without SQL. Made again by itself
 * whenever it is absent, stale or of another look.
 */
@NullMarked
package id.jejak.kfa.store.read;

import org.jspecify.annotations.NullMarked;
