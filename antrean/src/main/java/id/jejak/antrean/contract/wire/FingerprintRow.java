package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * Whether a member's finger is registered.
 *
 * @param daftarfp 1 when it is
 */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, Referensi Pasien Fingerprint", seen = "2026-11")
public record FingerprintRow(String nomorkartu, String nik, String tgllahir, int daftarfp) {}
