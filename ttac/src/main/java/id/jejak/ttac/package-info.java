/**
 * TTAC, BPOM's track and trace: which facility holds which serialised pack. {@link id.jejak.ttac.Ttac} puts
 * the rooms together; everything else is in a room.
 */
@NullMarked
package id.jejak.ttac;

import org.jspecify.annotations.NullMarked;
