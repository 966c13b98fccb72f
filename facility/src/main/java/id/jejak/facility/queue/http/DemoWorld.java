package id.jejak.facility.queue.http;

import id.jejak.facility.queue.store.ScheduleStore.Clinic;
import id.jejak.facility.queue.store.ScheduleStore.Doctor;
import id.jejak.facility.queue.store.ScheduleStore.Practice;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The demo hospital's people and hours: those that the demo world's BPJS has of it. A test holds the two together. */
final class DemoWorld {
  /** A patient with a medical record. */
  record DemoPatient(String card, String nik, String record, String name, String sex, LocalDate born) {
    @Override
    public String toString() {
      return "DemoPatient[***]";
    }
  }

  static final List<Clinic> CLINICS = List.of(
      new Clinic("ANA", "ANAK", "ANA", "Anak"),
      new Clinic("027", "ANAK ALERGI IMUNOLOGI", "ANA", "Anak"),
      new Clinic("AKP", "AKUPUNTUR MEDIK", "AKP", "AKUPUNTUR MEDIK"),
      new Clinic("BED", "BEDAH", "BED", "BEDAH"),
      new Clinic("GIG", "GIGI", "GIG", "GIGI"),
      new Clinic("INT", "PENYAKIT DALAM", "INT", "PENYAKIT DALAM"),
      new Clinic("007", "GINJAL-HIPERTENSI", "INT", "PENYAKIT DALAM"),
      new Clinic("JAN", "JANTUNG DAN PEMBULUH DARAH", "JAN", "JANTUNG DAN PEMBULUH DARAH"),
      new Clinic("MAT", "MATA", "MAT", "MATA"),
      new Clinic("OBG", "OBSTETRI DAN GINEKOLOGI", "OBG", "OBSTETRI DAN GINEKOLOGI"),
      new Clinic("PAR", "PARU", "PAR", "PARU"),
      new Clinic("SAR", "SARAF", "SAR", "SARAF"),
      new Clinic("THT", "THT-KL", "THT", "THT-KL"));

  static final List<Doctor> DOCTORS = List.of(
      new Doctor(12345, "Dr. Hendra"),
      new Doctor(12346, "dr. Ratna Kusuma, Sp.A"),
      new Doctor(33690, "DR. OKTORA WAHYU WIJAYANTO, SP.A"),
      new Doctor(1234, "dr. Bagus Prakoso, Sp.PD"),
      new Doctor(700, "dr. Citra Anggraini, Sp.B"),
      new Doctor(854, "dr. Damar Wibisono, Sp.M"));

  static final List<DemoPatient> PATIENTS = List.of(
      new DemoPatient("00012345678", "3212345678987654", "123345", "SUMARSONO", "L", LocalDate.of(1985, 3, 1)),
      new DemoPatient("0000000000031", "6748373747440003", "100031", "INTAN PRATIWI", "P", LocalDate.of(2000, 4, 2)),
      new DemoPatient("0000000000013", "2749494383830001", "654321", "RAHMA LESTARI", "P", LocalDate.of(1979, 5, 12)),
      new DemoPatient("0000000000123", "3275010101900001", "100123", "JOKO SANTOSA", "L", LocalDate.of(1990, 1, 1)),
      new DemoPatient("0000000924782", "3275014107750002", "100782", "MARIA ULFAH", "P", LocalDate.of(1975, 7, 1)),
      new DemoPatient("0002032091785", "3171015508880003", "101785", "WA DEWI", "P", LocalDate.of(1988, 8, 15)),
      new DemoPatient("0000000001001", "3171012002640004", "101001", "SLAMET RIYADI", "L", LocalDate.of(1964, 2, 20)),
      new DemoPatient("0000000001002", "3171016509960005", "101002", "PUTRI MAHARANI", "P",
          LocalDate.of(1996, 9, 25)));

  private DemoWorld() {}

  /** The doctors' week; the first one practises every day. */
  static List<Practice> week(int secondsEach) {
    var week = new ArrayList<Practice>();
    for (int day = 1; day <= 7; day++) {
      week.add(practice("A", "ANA", 12345, day, 8, 16, 30, secondsEach));
      week.add(practice("B", "ANA", 12346, day, 8, 16, 30, secondsEach));
      if (day <= 6) {
        week.add(practice("C", "INT", 1234, day, 8, 17, 40, secondsEach));
        week.add(practice("D", "BED", 700, day, 9, 13, 20, secondsEach));
      }
      if (day % 2 == 0) {
        week.add(practice("E", "ANA", 33690, day, 8, 12, 54, secondsEach));
        week.add(practice("F", "ANA", 33690, day, 13, 17, 20, secondsEach));
        week.add(practice("G", "027", 12346, day, 17, 19, 10, secondsEach));
        week.add(practice("H", "MAT", 854, day, 8, 14, 25, secondsEach));
      }
    }
    week.add(practice("I", "INT", 1234, 8, 9, 12, 10, secondsEach));
    return week;
  }

  /** The documents' own sample has as many places for others as for members. */
  private static Practice practice(String letter, String sub, int doctor, int day, int open, int close, int places,
      int secondsEach) {
    return new Practice(sub, doctor, day, LocalTime.of(open, 0), LocalTime.of(close, 0), letter, places, places,
        secondsEach);
  }
}
