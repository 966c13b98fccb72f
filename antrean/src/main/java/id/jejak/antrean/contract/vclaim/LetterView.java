package id.jejak.antrean.contract.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A letter of control with its SEP. */
@Source(grade = Grade.THIRD_PARTY, ref = "members that open clients of VClaim read; facts 11", seen = "2026-11")
public record LetterView(String noSuratKontrol, String tglRencanaKontrol, String tglTerbit, String jnsKontrol,
    String poliTujuan, String namaPoliTujuan, String kodeDokter, String namaDokter, String flagKontrol,
    String namaJnsKontrol, SepView sep) {}
