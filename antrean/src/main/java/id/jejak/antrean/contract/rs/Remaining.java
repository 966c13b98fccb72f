package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * How long a patient still waits.
 *
 * @param waktutunggu seconds: time per patient times one less than those who are left
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Get Sisa Antrean", seen = "2026-11")
public record Remaining(String nomorantrean, String namapoli, String namadokter, int sisaantrean, String antreanpanggil,
    long waktutunggu, String keterangan) {}
