package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A clinic at which a member shows a finger. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, Referensi Poli Fingerprint", seen = "2026-11")
public record FingerprintClinicRow(String kodesubspesialis, String namasubspesialis, String kodepoli,
    String namapoli) {}
