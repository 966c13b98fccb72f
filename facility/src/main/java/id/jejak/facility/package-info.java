/**
 * The software of a hospital, a pharmacy or a distributor. Its wings are parts of their own: {@code access} (staff,
 * sessions, patients, the audit), {@code queue} (the hospital's queue, with the services that BPJS calls) and
 * {@code pharmacy} (stock, prescriptions, dispensing, recall). A wing has the rooms of a system, and one more,
 * {@code remote}, from where it reaches the national systems through their typed clients. Wings know of each other only
 * what stands beside the rooms.
 */
@NullMarked
package id.jejak.facility;

import org.jspecify.annotations.NullMarked;
