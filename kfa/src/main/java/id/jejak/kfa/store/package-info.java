/** The dictionary's tables: SQL in text blocks, in the schema {@code kfa}; and what documents mean. */
@NullMarked
package id.jejak.kfa.store;

import org.jspecify.annotations.NullMarked;
