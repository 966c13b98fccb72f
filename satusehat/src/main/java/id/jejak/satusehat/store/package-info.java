/** SQL of the schema {@code satusehat}: resources, their index rows, and work that is due. */
@NullMarked
package id.jejak.satusehat.store;

import org.jspecify.annotations.NullMarked;
