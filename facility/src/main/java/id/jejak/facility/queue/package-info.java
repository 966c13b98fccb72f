/**
 * The queue of a hospital: the services that BPJS calls for Mobile JKN, the desk's own, and an honest clock. Every
 * number is given in one serialised step, and every time that BPJS is told is that of something that happened.
 */
@NullMarked
package id.jejak.facility.queue;

import org.jspecify.annotations.NullMarked;
