package id.jejak.antrean.store;

import id.jejak.kernel.db.SqlArray;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** SEPs, letters of control and referrals. Stateless, thread-safe. */
public final class VclaimStore {
  /**
   * An SEP: the letter that a member is entitled to a service.
   *
   * @param service 1 inpatient, 2 outpatient
   */
  public record Sep(String number, String hospital, String card, LocalDate issued, int service, String clinic,
      String diagnosis, String referral) {}

  /** A letter of control. */
  public record Letter(String number, String hospital, String sep, String card, int doctor, String clinic,
      LocalDate planned, LocalDate issued, String clerk) {}

  /** A referral to another hospital. */
  public record Referral(String number, String hospital, String sep, String card, LocalDate issued, LocalDate planned,
      String target, int service, String remark, String diagnosis, int kind, String clinic, String clerk) {}

  /** A special referral. */
  public record Special(long id, String hospital, String referral, String card, List<String> diagnoses,
      List<String> procedures, LocalDate from, LocalDate until, String clerk) {
    /** Copies the lists. */
    public Special {
      diagnoses = List.copyOf(diagnoses);
      procedures = List.copyOf(procedures);
    }
  }

  private static final String LETTER = """
            select nomor, kode_ppk, no_sep, nomorkartu, kode_dokter, poli, tgl_rencana, tgl_terbit, petugas
              from antrean.surat_kontrol
             where dihapus_at is null
      """;

  /** The next number of a kind in a month: hospital, month, letter, six digits. */
  public String nextNumber(Handle tx, String hospital, String kind, LocalDate day) {
    var month = String.format(java.util.Locale.ROOT, "%02d%02d", day.getMonthValue(), day.getYear() % 100);
    int next = tx.createQuery("""
            insert into antrean.nomor (kode_ppk, jenis, bulan, terakhir)
            values (:hospital, :kind, :month, 1)
                on conflict (kode_ppk, jenis, bulan) do update set terakhir = nomor.terakhir + 1
            returning terakhir
            """)
        .bind("hospital", hospital).bind("kind", kind).bind("month", month).mapTo(int.class).one();
    return hospital + month + kind + String.format(java.util.Locale.ROOT, "%06d", next);
  }

  /** An SEP of a hospital. */
  public Optional<Sep> sep(Handle handle, String hospital, String number) {
    return handle.createQuery("""
            select no_sep, kode_ppk, nomorkartu, tgl_sep, jns_pelayanan, poli, diagnosa, no_rujukan
              from antrean.sep
             where no_sep = :number and kode_ppk = :hospital
            """).bind("number", number).bind("hospital", hospital)
        .map((rs, _) -> new Sep(rs.getString("no_sep"), rs.getString("kode_ppk"), rs.getString("nomorkartu"),
            rs.getObject("tgl_sep", LocalDate.class), rs.getInt("jns_pelayanan"), rs.getString("poli"),
            rs.getString("diagnosa"), rs.getString("no_rujukan")))
        .findOne();
  }

  /** Holds a member until the transaction ends, so that two plans for one day cannot pass each other. */
  public void lockMember(Handle tx, String card) {
    tx.createQuery("select nomorkartu from antrean.peserta where nomorkartu = :card for update")
        .bind("card", card).mapTo(String.class).findOne();
  }

  /** Adds a letter. */
  public void add(Handle tx, Letter letter) {
    tx.createUpdate("""
            insert into antrean.surat_kontrol (nomor, kode_ppk, no_sep, nomorkartu, kode_dokter, poli, tgl_rencana,
                                               tgl_terbit, petugas)
            values (:number, :hospital, :sep, :card, :doctor, :clinic, :planned, :issued, :clerk)
            """).bindMethods(letter).execute();
  }

  /** Writes a letter anew. */
  public void change(Handle tx, Letter letter) {
    tx.createUpdate("""
            update antrean.surat_kontrol
               set kode_dokter = :doctor, poli = :clinic, tgl_rencana = :planned, petugas = :clerk
             where nomor = :number
            """)
        .bind("doctor", letter.doctor()).bind("clinic", letter.clinic()).bind("planned", letter.planned())
        .bind("clerk", letter.clerk()).bind("number", letter.number()).execute();
  }

  /** Removes a letter; its row stays. */
  public void remove(Handle tx, String number, OffsetDateTime at) {
    tx.createUpdate("update antrean.surat_kontrol set dihapus_at = :at where nomor = :number")
        .bind("number", number).bind("at", at).execute();
  }

  /** A letter that was not removed. */
  public Optional<Letter> letter(Handle handle, String number) {
    return handle.createQuery(LETTER + "               and nomor = :number")
        .bind("number", number).map((rs, _) -> letter(rs)).findOne();
  }

  /** The letter of a member for a day. */
  public Optional<Letter> letterFor(Handle handle, String card, LocalDate day) {
    return handle.createQuery(LETTER + """
               and nomorkartu = :card and tgl_rencana = :day
             order by nomor
             limit 1
            """).bind("card", card).bind("day", day).map((rs, _) -> letter(rs)).findOne();
  }

  /** The letters of a hospital by the day of writing or of the plan, both ends included. */
  public List<Letter> letters(Handle handle, String hospital, LocalDate from, LocalDate to, boolean planned, int most) {
    return handle.createQuery(LETTER + """
               and kode_ppk = :hospital
               and case when :planned then tgl_rencana else tgl_terbit end between :from and :to
             order by tgl_rencana, nomor
             limit :most
            """)
        .bind("hospital", hospital).bind("from", from).bind("to", to).bind("planned", planned).bind("most", most)
        .map((rs, _) -> letter(rs)).list();
  }

  /** The letters of a member, whoever wrote them. */
  public List<Letter> lettersOf(Handle handle, String card, LocalDate from, LocalDate to, boolean planned, int most) {
    return handle.createQuery(LETTER + """
               and nomorkartu = :card and case when :planned then tgl_rencana else tgl_terbit end between :from and :to
             order by tgl_rencana, nomor
             limit :most
            """)
        .bind("card", card).bind("from", from).bind("to", to).bind("planned", planned).bind("most", most)
        .map((rs, _) -> letter(rs)).list();
  }

  /** How many plans a clinic of a hospital has for a day. */
  public int planned(Handle handle, String hospital, String clinic, LocalDate day) {
    return handle.createQuery("""
            select count(*)
              from antrean.surat_kontrol
             where dihapus_at is null and kode_ppk = :hospital and poli = :clinic and tgl_rencana = :day
            """).bind("hospital", hospital).bind("clinic", clinic).bind("day", day).mapTo(int.class).one();
  }

  private static Letter letter(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Letter(rs.getString("nomor"), rs.getString("kode_ppk"), rs.getString("no_sep"),
        rs.getString("nomorkartu"), rs.getInt("kode_dokter"), rs.getString("poli"),
        rs.getObject("tgl_rencana", LocalDate.class), rs.getObject("tgl_terbit", LocalDate.class),
        rs.getString("petugas"));
  }

  /** Adds a referral. */
  public void add(Handle tx, Referral referral) {
    tx.createUpdate("""
            insert into antrean.rujukan (nomor, kode_ppk, no_sep, nomorkartu, tgl_rujukan, tgl_rencana, ppk_dirujuk,
                                         jns_pelayanan, catatan, diagnosa, tipe, poli, petugas)
            values (:number, :hospital, :sep, :card, :issued, :planned, :target, :service, :remark, :diagnosis, :kind,
                    :clinic, :clerk)
            """).bindMethods(referral).execute();
  }

  /** Writes a referral of a hospital anew; false when there is none. */
  public boolean change(Handle tx, String hospital, String number, String target, int service, String remark,
      String diagnosis, int kind, String clinic, String clerk) {
    return tx.createUpdate("""
            update antrean.rujukan
               set ppk_dirujuk = :target, jns_pelayanan = :service, catatan = :remark, diagnosa = :diagnosis,
                   tipe = :kind, poli = :clinic, petugas = :clerk
             where nomor = :number and kode_ppk = :hospital
            """)
        .bind("hospital", hospital).bind("number", number).bind("target", target).bind("service", service)
        .bind("remark", remark).bind("diagnosis", diagnosis).bind("kind", kind).bind("clinic", clinic)
        .bind("clerk", clerk).execute() == 1;
  }

  /** Adds a special referral; false when the hospital has one on this referral. */
  public boolean add(Handle tx, Special special) {
    return tx.createUpdate("""
            insert into antrean.rujukan_khusus (kode_ppk, no_rujukan, nomorkartu, diagnosa, prosedur, mulai, sampai,
                                                petugas)
            values (:hospital, :referral, :card, :diagnoses, :procedures, :from, :until, :clerk)
                on conflict (kode_ppk, no_rujukan) do nothing
            """)
        .bind("hospital", special.hospital()).bind("referral", special.referral()).bind("card", special.card())
        .bind("diagnoses", SqlArray.texts(special.diagnoses())).bind("procedures", SqlArray.texts(special.procedures()))
        .bind("from", special.from()).bind("until", special.until()).bind("clerk", special.clerk())
        .execute() == 1;
  }

  /** Removes a special referral; false when there is none. */
  public boolean remove(Handle tx, String hospital, long id, String referral) {
    return tx.createUpdate("""
            delete from antrean.rujukan_khusus
             where kode_ppk = :hospital and id = :id and no_rujukan = :referral
            """).bind("hospital", hospital).bind("id", id).bind("referral", referral).execute() == 1;
  }

  /** The special referrals of a hospital that began in a span of days, both ends included. */
  public List<Special> specials(Handle handle, String hospital, LocalDate from, LocalDate to, int most) {
    return handle.createQuery("""
            select id, kode_ppk, no_rujukan, nomorkartu, diagnosa, prosedur, mulai, sampai, petugas
              from antrean.rujukan_khusus
             where kode_ppk = :hospital and mulai between :from and :to
             order by id
             limit :most
            """)
        .bind("hospital", hospital).bind("from", from).bind("to", to).bind("most", most)
        .map((rs, _) -> new Special(rs.getLong("id"), rs.getString("kode_ppk"), rs.getString("no_rujukan"),
            rs.getString("nomorkartu"), List.of((String[]) rs.getArray("diagnosa").getArray()),
            List.of((String[]) rs.getArray("prosedur").getArray()), rs.getObject("mulai", LocalDate.class),
            rs.getObject("sampai", LocalDate.class), rs.getString("petugas")))
        .list();
  }
}
