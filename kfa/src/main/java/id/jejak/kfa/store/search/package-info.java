/**
 * The read side of names: an index of what the dictionary's entries are called, kept in files that are made again from
 * the database whenever they are missing or no longer true.
 */
@NullMarked
package id.jejak.kfa.store.search;

import org.jspecify.annotations.NullMarked;
