package id.jejak.antrean.http;

import id.jejak.antrean.store.HfisStore.Clinic;
import id.jejak.antrean.store.HfisStore.Doctor;
import id.jejak.antrean.store.MemberStore.Member;
import id.jejak.antrean.store.WorldStore.NewSession;
import id.jejak.kernel.json.Tree;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The demo world's people and hours: the documents' own example values wherever they give one. The same every time;
 * only the dates of bookings and referrals follow the clock.
 */
final class DemoWorld {
  /** A consumer with its credentials in clear, which are shown to everyone. */
  record DemoConsumer(String consId, String secret, String userKey, String hospital, String hospitalName) {}

  /** A reference of the demo world, relative to today. */
  record DemoReference(String number, String card, int kind, int fromDays, int untilDays, boolean used) {}

  /** What a booking has when nobody says otherwise. */
  record Usual(String hospital, String card, String nik, String record, String reference, String sub, int doctor,
      String hours) {}

  static final List<DemoConsumer> CONSUMERS = List.of(
      new DemoConsumer("31002", "jejak-rahasia-31002", "jejak-kunci-31002", "1311R002", "RSU AISYIYAH"),
      new DemoConsumer("31011", "jejak-rahasia-31011", "jejak-kunci-31011", "0301R011", "RS PERCONTOHAN"));

  static final List<Clinic> CLINICS = List.of(
      new Clinic("ANA", "ANAK", "ANA", "Anak", false),
      new Clinic("027", "ANAK ALERGI IMUNOLOGI", "ANA", "Anak", true),
      new Clinic("AKP", "AKUPUNTUR MEDIK", "AKP", "AKUPUNTUR MEDIK", false),
      new Clinic("BED", "BEDAH", "BED", "BEDAH", false),
      new Clinic("GIG", "GIGI", "GIG", "GIGI", false),
      new Clinic("INT", "PENYAKIT DALAM", "INT", "PENYAKIT DALAM", false),
      new Clinic("007", "GINJAL-HIPERTENSI", "INT", "PENYAKIT DALAM", true),
      new Clinic("JAN", "JANTUNG DAN PEMBULUH DARAH", "JAN", "JANTUNG DAN PEMBULUH DARAH", true),
      new Clinic("MAT", "MATA", "MAT", "MATA", true),
      new Clinic("OBG", "OBSTETRI DAN GINEKOLOGI", "OBG", "OBSTETRI DAN GINEKOLOGI", false),
      new Clinic("PAR", "PARU", "PAR", "PARU", false),
      new Clinic("SAR", "SARAF", "SAR", "SARAF", false),
      new Clinic("THT", "THT-KL", "THT", "THT-KL", false));

  /** The first one has a practice every day. */
  static final List<Doctor> DOCTORS = List.of(
      new Doctor(12345, "Dr. Hendra"),
      new Doctor(12346, "dr. Ratna Kusuma, Sp.A"),
      new Doctor(33690, "DR. OKTORA WAHYU WIJAYANTO, SP.A"),
      new Doctor(1234, "dr. Bagus Prakoso, Sp.PD"),
      new Doctor(700, "dr. Citra Anggraini, Sp.B"),
      new Doctor(854, "dr. Damar Wibisono, Sp.M"));

  static final List<Member> MEMBERS = List.of(
      new Member("00012345678", "3212345678987654", "123345", "SUMARSONO", "L", LocalDate.of(1985, 3, 1), false),
      new Member("0000000000031", "6748373747440003", "100031", "INTAN PRATIWI", "P", LocalDate.of(2000, 4, 2), true),
      new Member("0000000000013", "2749494383830001", "654321", "RAHMA LESTARI", "P", LocalDate.of(1979, 5, 12), true),
      new Member("0000000000123", "3275010101900001", "100123", "JOKO SANTOSA", "L", LocalDate.of(1990, 1, 1), true),
      new Member("0000000924782", "3275014107750002", "100782", "MARIA ULFAH", "P", LocalDate.of(1975, 7, 1), false),
      new Member("0002032091785", "3171015508880003", "101785", "WA DEWI", "P", LocalDate.of(1988, 8, 15), true),
      new Member("0000000001001", "3171012002640004", "101001", "SLAMET RIYADI", "L", LocalDate.of(1964, 2, 20), true),
      new Member("0000000001002", "3171016509960005", "101002", "PUTRI MAHARANI", "P", LocalDate.of(1996, 9, 25),
          false));

  static final List<DemoReference> REFERENCES = List.of(
      new DemoReference("0001R0040116A000001", "00012345678", 1, -10, 80, false),
      new DemoReference("131102010719P000280", "0002032091785", 1, -5, 85, false),
      new DemoReference("1029R0021221K000012", "0000000000013", 3, -5, 25, false),
      new DemoReference("102701010421P000010", "0000000000031", 1, -20, 70, false),
      new DemoReference("102702010221P000001", "0000000000123", 2, -2, 28, false),
      new DemoReference("102702010421P000001", "0000000924782", 4, -1, 89, false),
      new DemoReference("102703010221P000001", "0000000001001", 1, -100, -10, false),
      new DemoReference("102703010221P000002", "0000000001002", 1, -30, 60, true));

  List<NewSession> sessions() {
    var sessions = new ArrayList<NewSession>();
    for (var consumer : CONSUMERS) {
      var hospital = consumer.hospital();
      for (int day = 1; day <= 7; day++) {
        sessions.add(session(hospital, 12345, "ANA", day, 8, 16, 30));
        sessions.add(session(hospital, 12346, "ANA", day, 8, 16, 30));
        if (day <= 6) {
          sessions.add(session(hospital, 1234, "INT", day, 8, 17, 40));
          sessions.add(session(hospital, 700, "BED", day, 9, 13, 20));
        }
        if (day % 2 == 0) {
          sessions.add(session(hospital, 33690, "ANA", day, 8, 12, 54));
          sessions.add(session(hospital, 33690, "ANA", day, 13, 17, 20));
          sessions.add(session(hospital, 12346, "027", day, 17, 19, 10));
          sessions.add(session(hospital, 854, "MAT", day, 8, 14, 25));
        }
      }
      sessions.add(session(hospital, 1234, "INT", 8, 9, 12, 10));
    }
    return sessions;
  }

  private static NewSession session(String hospital, int doctor, String sub, int day, int open, int close,
      int capacity) {
    return new NewSession(hospital, doctor, sub, day, LocalTime.of(open, 0), LocalTime.of(close, 0), capacity);
  }

  Usual usual() {
    var member = MEMBERS.getFirst();
    return new Usual(CONSUMERS.getFirst().hospital(), member.card(), member.nik(), member.record(),
        REFERENCES.getFirst().number(), "ANA", DOCTORS.getFirst().id(), "08:00-16:00");
  }

  /** What {@code GET /sandbox/world} shows. */
  Map<String, Object> shown() {
    var consumer = CONSUMERS.getFirst();
    return Tree.of(
        "bpjs", consumer(consumer),
        "bpjs_lain", consumer(CONSUMERS.getLast()),
        "poli", CLINICS.stream().map(one -> Tree.of("kodepoli", one.clinic(), "kodesubspesialis", one.sub(),
            "namapoli", one.clinicName())).toList(),
        "dokter", sessions().stream().filter(one -> one.hospital().equals(consumer.hospital()))
            .map(one -> Tree.of("kodedokter", one.doctor(), "namadokter", name(one.doctor()), "kodepoli", one.sub(),
                "jampraktek", one.open() + "-" + one.close()))
            .distinct().toList(),
        "pasien", MEMBERS.stream().map(one -> Tree.of("nomorkartu", one.card(), "nik", one.nik(), "norm",
            one.record(), "nama", one.name(), "nomorreferensi", reference(one.card()).number(), "jeniskunjungan",
            reference(one.card()).kind())).toList(),
        "sep", CONSUMERS.getFirst().hospital() + "0321V000001");
  }

  private static Map<String, Object> consumer(DemoConsumer consumer) {
    return Tree.of("cons_id", consumer.consId(), "secret_key", consumer.secret(), "user_key", consumer.userKey(),
        "kode_ppk", consumer.hospital(), "nama_ppk", consumer.hospitalName());
  }

  private static String name(int doctor) {
    return DOCTORS.stream().filter(one -> one.id() == doctor).findFirst().orElseThrow().name();
  }

  private static DemoReference reference(String card) {
    return REFERENCES.stream().filter(one -> one.card().equals(card)).findFirst().orElseThrow();
  }
}
