package id.jejak.antrean.contract.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A special referral in a list. */
@Source(grade = Grade.THIRD_PARTY, ref = "members that open clients of VClaim read; facts 11", seen = "2026-11")
public record SpecialRow(String idrujukan, String norujukan, String nokapst, String nmpst, String diagppk,
    String tglrujukan_awal, String tglrujukan_berakhir) {}
