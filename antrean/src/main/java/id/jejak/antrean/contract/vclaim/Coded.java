package id.jejak.antrean.contract.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A code and its name. */
@Source(grade = Grade.THIRD_PARTY, ref = "members that open clients of VClaim read; facts 11", seen = "2026-11")
public record Coded(String kode, String nama) {}
