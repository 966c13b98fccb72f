package id.jejak.antrean.contract.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A doctor who practises at a clinic on a day. */
@Source(grade = Grade.THIRD_PARTY, ref = "members that open clients of VClaim read; facts 11", seen = "2026-11")
public record LetterDoctor(String kodeDokter, String namaDokter, String jadwalPraktek, String kapasitas) {}
