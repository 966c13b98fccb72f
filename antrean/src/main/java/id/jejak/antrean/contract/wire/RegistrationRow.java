package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * One booking as BPJS has it.
 *
 * @param ispeserta 1 for a member; a live answer was seen with true
 * @param estimasidilayani milliseconds since 1970
 * @param createdtime milliseconds since 1970
 */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, Antrean Per Tanggal", seen = "2026-11")
public record RegistrationRow(String kodebooking, String tanggal, String kodepoli, int kodedokter, String jampraktek,
    String nik, String nokapst, String nohp, String norekammedis, int jeniskunjungan, String nomorreferensi,
    String sumberdata, int ispeserta, String noantrean, long estimasidilayani, long createdtime, String status) {}
