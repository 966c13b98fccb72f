package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A doctor. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, Referensi Dokter", seen = "2026-11")
public record DoctorRow(String namadokter, int kodedokter) {}
