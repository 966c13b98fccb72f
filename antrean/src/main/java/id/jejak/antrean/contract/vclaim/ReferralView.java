package id.jejak.antrean.contract.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A referral as writing it answers. */
@Source(grade = Grade.THIRD_PARTY, ref = "members that open clients of VClaim read; facts 11", seen = "2026-11")
public record ReferralView(Coded AsalRujukan, Coded diagnosa, String noRujukan, ReferredMember peserta,
    Coded poliTujuan, String tglBerlakuKunjungan, String tglRencanaKunjungan, String tglRujukan, Coded tujuanRujukan) {}
