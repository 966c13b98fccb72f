package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * The state of one session. The slides write {@code quota}, the later catalogue {@code kuota}:
 * a hospital writes both.
 */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean RS, Status Antrean; slides of May 2021", seen = "2026-11")
public record QueueStatus(String namapoli, String namadokter, int totalantrean, int sisaantrean, String antreanpanggil,
    int sisaquotajkn, int quotajkn, int sisaquotanonjkn, int quotanonjkn, int sisakuotajkn, int kuotajkn,
    int sisakuotanonjkn, int kuotanonjkn, String keterangan) {}
