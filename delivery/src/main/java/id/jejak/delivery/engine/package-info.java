/** Carries what is owed: one lane for each remote, virtual threads, and the nodes' signs of life. */
@NullMarked
package id.jejak.delivery.engine;

import org.jspecify.annotations.NullMarked;
