package id.jejak.antrean.contract.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A letter of control in a list. */
@Source(grade = Grade.THIRD_PARTY, ref = "members that open clients of VClaim read; facts 11", seen = "2026-11")
public record LetterRow(String noSuratKontrol, String jnsPelayanan, String jnsKontrol, String namaJnsKontrol,
    String tglRencanaKontrol, String tglTerbitKontrol, String noSepAsalKontrol, String poliAsal, String namaPoliAsal,
    String poliTujuan, String namaPoliTujuan, String tglSEP, String kodeDokter, String namaDokter, String noKartu,
    String nama, String terbitSEP) {}
