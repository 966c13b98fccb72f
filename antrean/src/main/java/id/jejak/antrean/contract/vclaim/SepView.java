package id.jejak.antrean.contract.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** An SEP as a plan needs it. */
@Source(grade = Grade.THIRD_PARTY, ref = "members that open clients of VClaim read; facts 11", seen = "2026-11")
public record SepView(String noSep, String tglSep, String jnsPelayanan, String poli, String diagnosa, Peserta peserta,
    Provider provUmum, Referrer provPerujuk) {}
