package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * One session of a doctor, as HFIS has it. The same doctor may have several a day.
 *
 * @param hari 1 Monday to 7 Sunday, 8 a national holiday
 * @param libur 1 when the clinic is closed for it
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Jadwal Dokter", seen = "2026-11")
public record ScheduleRow(String kodesubspesialis, int hari, int kapasitaspasien, int libur, String namahari,
    String jadwal, String namasubspesialis, String namadokter, String kodepoli, String namapoli, int kodedokter) {}
