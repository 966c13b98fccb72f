package id.jejak.verify.planted.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A fact. */
@Source(grade = Grade.CERTAIN, ref = "planted", seen = "2026-11")
public record Word(String text) {}
