package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * A planned operation of the hospital.
 *
 * @param terlaksana 1 when it was done
 * @param nopeserta empty for who is no member
 * @param lastupdate milliseconds since 1970
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Jadwal Operasi RS", seen = "2026-11")
public record Surgery(String kodebooking, String tanggaloperasi, String jenistindakan, String kodepoli, String namapoli,
    int terlaksana, String nopeserta, long lastupdate) {}
