/**
 * A hospital's services from Mobile JKN's side of the wire, step by step and word by word: one patient's way, and the
 * scenarios of the acceptance test. Knows any implementation by its addresses only.
 */
@NullMarked
package id.jejak.antrean.client.uat;

import org.jspecify.annotations.NullMarked;
