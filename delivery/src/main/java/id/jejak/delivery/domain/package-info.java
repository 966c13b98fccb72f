/**
 * The outbox's rules: what becomes of a parcel, when it is tried again, how hard a remote is asked. No wire, no SQL.
 */
@NullMarked
package id.jejak.delivery.domain;

import org.jspecify.annotations.NullMarked;
