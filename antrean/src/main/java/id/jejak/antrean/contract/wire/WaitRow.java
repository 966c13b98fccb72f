package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * Waiting and service times of one clinic on one day, in seconds: sums, and means over the bookings that have both
 * ends. 1 wait at admission, 2 service at admission, 3 wait at the clinic, 4 service at the clinic, 5 wait at the
 * pharmacy, 6 service at the pharmacy.
 *
 * @param insertdate when the figures were drawn, milliseconds since 1970
 */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, Dashboard Per Tanggal", seen = "2026-11")
public record WaitRow(String kdppk, long waktu_task1, long avg_waktu_task4, long jumlah_antrean, long avg_waktu_task3,
    String namapoli, long avg_waktu_task6, long avg_waktu_task5, String nmppk, long avg_waktu_task2,
    long avg_waktu_task1, String kodepoli, long waktu_task5, long waktu_task4, long waktu_task3, long insertdate,
    String tanggal, long waktu_task2, long waktu_task6) {}
