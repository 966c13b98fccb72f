package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * A planned operation of one member.
 *
 * @param terlaksana 1 when it was done
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Jadwal Operasi Pasien", seen = "2026-11")
public record OwnSurgery(String kodebooking, String tanggaloperasi, String jenistindakan, String kodepoli,
    String namapoli, int terlaksana) {}
