/** Decisions about queues: which task may follow, when a changed schedule holds. Neither wire nor SQL. */
@NullMarked
package id.jejak.antrean.domain;

import org.jspecify.annotations.NullMarked;
