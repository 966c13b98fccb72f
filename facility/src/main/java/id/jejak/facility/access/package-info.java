/**
 * Who works at a facility, what they may do, whose data they see, and the trail that leaves. What stands here beside the
 * rooms are the words that other wings use; the rooms use them too.
 */
@NullMarked
package id.jejak.facility.access;

import org.jspecify.annotations.NullMarked;
