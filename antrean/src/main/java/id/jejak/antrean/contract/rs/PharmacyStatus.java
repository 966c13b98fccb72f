package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** The state of the pharmacy's queue; the number last called is a bare number here. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean RS, Status Antrean Farmasi", seen = "2026-11")
public record PharmacyStatus(String jenisresep, int totalantrean, int sisaantrean, int antreanpanggil,
    String keterangan) {}
