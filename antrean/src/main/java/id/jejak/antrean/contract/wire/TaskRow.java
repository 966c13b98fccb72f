package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * One task of a booking.
 *
 * @param wakturs the time that the hospital told, {@code dd-MM-yyyy HH:mm:ss WIB}
 * @param waktu when BPJS stored it
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Get Waktu Task Id", seen = "2026-11")
public record TaskRow(String wakturs, String waktu, String taskname, int taskid, String kodebooking) {}
