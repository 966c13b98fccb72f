/**
 * A PostgreSQL server of our own on this machine, started from binaries on the class path.
 *
 * <p>It exists so that nothing but a JDK need be installed. It is not a toy: the settings are those of a
 * server that must not lose data, and a server that outlives its Java is found again by the next one.
 */
@NullMarked
package id.jejak.kernel.db.local;

import org.jspecify.annotations.NullMarked;
