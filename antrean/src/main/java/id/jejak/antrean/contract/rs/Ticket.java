package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * A number taken.
 *
 * @param estimasidilayani milliseconds since 1970
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Ambil Antrean", seen = "2026-11")
public record Ticket(String nomorantrean, int angkaantrean, String kodebooking, String norm, String namapoli,
    String namadokter, long estimasidilayani, int sisakuotajkn, int kuotajkn, int sisakuotanonjkn, int kuotanonjkn,
    String keterangan) {}
