package id.jejak.facility.access.http;

import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Facility.Kind;
import id.jejak.facility.access.Facility.Letterhead;
import id.jejak.facility.access.Facility.Room;
import id.jejak.facility.access.Facility.Zone;
import id.jejak.facility.access.Identifier.Card;
import id.jejak.facility.access.Identifier.Ihs;
import id.jejak.facility.access.Identifier.Nik;
import id.jejak.facility.access.Person;
import id.jejak.facility.access.Role;
import id.jejak.kernel.ids.Password;
import id.jejak.kernel.json.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The demo world's facilities, staff and patients: those whose accounts the demo worlds of TTAC, SATUSEHAT and BPJS have.
 * The same every time, numbers too.
 */
final class DemoWorld {
  /** Number of the first patient; the others follow. */
  static final long FIRST_PATIENT = 1001;
  /** One for all, shown to everybody. */
  static final String PASSWORD = "jejak-fasilitas";
  /** Hashed beforehand, since hashing takes as long as everything else. */
  static final Password HASHED = Password.beforehand("jejak demo salt1",
      "8c752744ecdfb353910a8dbee462ec26995d05d43837bc2df4d46f0b442eb835");

  /** Somebody of the demo world. */
  record DemoStaff(long id, String username, String name, String facility, Set<Role> roles,
      Optional<String> practitioner) {}

  private static final String RS = "rs-sarana-a";
  private static final String APOTEK = "apotek-sarana-b";
  private static final String PBF = "pbf-nusantara";

  static final List<Facility> FACILITIES = List.of(
      new Facility(APOTEK, "Apotek Sarana B", Kind.PHARMACY, Optional.of(456), Optional.of("10000099"),
          Optional.empty(), Zone.WIB, Optional.empty(),
          Optional.of(new Room("1cca7566-cb3e-429c-88e6-87b6cd2bad37", "Ruang Apotek"))),
      new Facility(PBF, "PBF Nusantara Medika", Kind.DISTRIBUTOR, Optional.of(284), Optional.of("10000284"),
          Optional.empty(), Zone.WIB, Optional.empty(), Optional.empty()),
      new Facility(RS, "Rumah Sakit Sarana A", Kind.HOSPITAL, Optional.of(123), Optional.of("10000005"),
          Optional.of("1311R002"), Zone.WIB,
          Optional.of(new Room("c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee", "Ruang 1A, Poliklinik Rawat Jalan")), Map.of(),
          Optional.of(new Room("5b2a8c34-71de-4f0a-9c6e-2f3d84a7b015", "Instalasi Farmasi")),
          new Letterhead(Optional.of("https://rs-sarana-a.example"), Optional.of("https://rs-sarana-a.example/igd"),
              Optional.of("https://rs-sarana-a.example/farmasi"))));

  static final List<DemoStaff> STAFF = List.of(
      staff(11, "loket.rs", "Maya Anggraini", RS, Role.FRONT_DESK),
      staff(12, "dokter.rs", "dr. Ratna Kusuma, Sp.A", RS, Role.DOCTOR, "10009880812"),
      staff(13, "asisten.rs", "Bayu Pratama, A.Md.Farm.", RS, Role.ASSISTANT, "10009880813"),
      staff(14, "apoteker.rs", "apt. Budi Santoso, S.Farm.", RS, Role.PHARMACIST, "10009880814"),
      staff(15, "gudang.rs", "Joko Widagdo", RS, Role.WAREHOUSE),
      staff(16, "auditor.rs", "Lestari Handayani", RS, Role.AUDITOR),
      staff(17, "admin.rs", "Hendra Gunawan", RS, Role.ADMINISTRATOR),
      new DemoStaff(18, "kepala.rs", "apt. Rina Marlina, S.Farm.", RS, EnumSet.allOf(Role.class),
          Optional.of("10009880818")),
      staff(19, "dokter2.rs", "dr. Hendra", RS, Role.DOCTOR, "10009880819"),
      staff(21, "asisten.apotek", "Tia Permata", APOTEK, Role.ASSISTANT, "10009880821"),
      staff(22, "apoteker.apotek", "apt. Siti Rahma, S.Farm.", APOTEK, Role.PHARMACIST, "10009880822"),
      staff(23, "auditor.apotek", "Agus Salim", APOTEK, Role.AUDITOR),
      staff(24, "admin.apotek", "Nur Hidayah", APOTEK, Role.ADMINISTRATOR),
      staff(31, "gudang.pbf", "Dewi Lestari", PBF, Role.WAREHOUSE),
      staff(32, "apoteker.pbf", "apt. Rudi Hartono, S.Farm.", PBF, Role.PHARMACIST),
      staff(33, "admin.pbf", "Sri Wahyuni", PBF, Role.ADMINISTRATOR));

  private static final List<Person> PATIENTS = List.of(
      person("9271061903950011", "", "P02029542843", "Yudi Nurwanto", "1995-03-19", "male"),
      person("9271060312000001", "", "P02478375538", "Ardianto Putra", "1992-01-09", "male"),
      person("9204014804000002", "", "P03647103112", "Claudia Sintia", "1989-11-03", "female"),
      person("9104224509000003", "", "P00805884304", "Elizabeth Dior", "1976-07-07", "female"),
      person("9104223107000004", "", "P00912894463", "Dr. Alan Bagus Prasetya", "1977-09-03", "male"),
      person("9104224606000005", "", "P01654557057", "Ghina Assyifa", "2004-08-21", "female"),
      person("9104025209000006", "", "P02280547535", "Salsabilla Anjani Rizki", "2001-04-16", "female"),
      person("9201076001000007", "", "P01836748436", "Theodore Elisjah", "1985-09-18", "female"),
      person("9201394901000008", "", "P00883356749", "Sonia Herdianti", "1996-06-08", "female"),
      person("9201076407000009", "", "P01058967035", "Nancy Wang", "1955-10-10", "female"),
      person("9210060207000010", "", "P02428473601", "Syarif Muhammad", "1988-11-02", "male"),
      person("3212345678987654", "00012345678", "", "SUMARSONO", "1985-03-01", "male"),
      person("6748373747440003", "0000000000031", "", "INTAN PRATIWI", "2000-04-02", "female"),
      person("2749494383830001", "0000000000013", "", "RAHMA LESTARI", "1979-05-12", "female"),
      person("3275010101900001", "0000000000123", "", "JOKO SANTOSA", "1990-01-01", "male"),
      person("3275014107750002", "0000000924782", "", "MARIA ULFAH", "1975-07-01", "female"),
      person("3171015508880003", "0002032091785", "", "WA DEWI", "1988-08-15", "female"),
      person("3171012002640004", "0000000001001", "", "SLAMET RIYADI", "1964-02-20", "male"),
      person("3171016509960005", "0000000001002", "", "PUTRI MAHARANI", "1996-09-25", "female"));

  private DemoWorld() {}

  /** Patients of a facility, in the order of their numbers; a distributor has none. */
  static List<Person> patients(Facility facility) {
    return facility.kind() == Kind.DISTRIBUTOR ? List.of() : PATIENTS;
  }

  private static DemoStaff staff(long id, String username, String name, String facility, Role role) {
    return new DemoStaff(id, username, name, facility, Set.of(role), Optional.empty());
  }

  private static DemoStaff staff(long id, String username, String name, String facility, Role role,
      String practitioner) {
    return new DemoStaff(id, username, name, facility, Set.of(role), Optional.of(practitioner));
  }

  private static Person person(String nik, String card, String ihs, String name, String born, String sex) {
    return new Person(Optional.of(new Nik(nik)), Optional.of(card).filter(text -> !text.isEmpty()).map(Card::new),
        Optional.of(ihs).filter(text -> !text.isEmpty()).map(Ihs::new), name, "", "", Optional.of(LocalDate.parse(born)),
        sex);
  }

  /** What {@code GET /sandbox/world} shows. */
  static Map<String, Object> shown() {
    var facilities = new ArrayList<Object>();
    FACILITIES.forEach(one -> facilities.add(FacilityDesk.shown(one)));
    var staff = new ArrayList<Object>();
    STAFF.forEach(one -> staff.add(Tree.of("username", one.username(), "password", PASSWORD, "roles",
        one.roles().stream().sorted().map(Role::word).toList(), "facility", one.facility(), "name", one.name())));
    return Tree.of("facilities", facilities, "staff", staff);
  }
}
