package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A number in the pharmacy's queue. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean RS, Ambil Antrean Farmasi", seen = "2026-11")
public record PharmacyTicket(String jenisresep, int nomorantrean, String keterangan) {}
