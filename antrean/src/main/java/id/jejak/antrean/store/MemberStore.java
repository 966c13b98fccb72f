package id.jejak.antrean.store;

import id.jejak.antrean.domain.Referral;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Members of the insurance, and what their bookings may lean on. Stateless, thread-safe. */
public final class MemberStore {
  /** A member. */
  public record Member(String card, String nik, String record, String name, String sex, LocalDate born,
      boolean fingerprint) {
    @Override
    public String toString() {
      return "Member[***]";
    }
  }

  /** The member with a card. */
  public Optional<Member> byCard(Handle handle, String card) {
    return handle.createQuery("""
            select nomorkartu, nik, norm, nama, kelamin, tgllahir, daftarfp
              from antrean.peserta
             where nomorkartu = :card
            """).bind("card", card).map((rs, _) -> member(rs)).findOne();
  }

  /** The member with a national identity number. */
  public Optional<Member> byNik(Handle handle, String nik) {
    return handle.createQuery("""
            select nomorkartu, nik, norm, nama, kelamin, tgllahir, daftarfp
              from antrean.peserta
             where nik = :nik
            """).bind("nik", nik).map((rs, _) -> member(rs)).findOne();
  }

  private static Member member(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Member(rs.getString("nomorkartu"), rs.getString("nik"), rs.getString("norm"), rs.getString("nama"),
        rs.getString("kelamin"), rs.getObject("tgllahir", LocalDate.class), rs.getBoolean("daftarfp"));
  }

  /** A reference, by its number. */
  public Optional<Referral> reference(Handle handle, String number) {
    return handle.createQuery("""
            select nomorkartu, jenis, sampai, sep_terbit
              from antrean.referensi
             where nomor = :number
            """).bind("number", number)
        .map((rs, _) -> new Referral(rs.getString("nomorkartu"), rs.getInt("jenis"),
            rs.getObject("sampai", LocalDate.class), rs.getBoolean("sep_terbit")))
        .findOne();
  }

  /** Adds a reference, or writes it anew. */
  public void putReference(Handle tx, String number, Referral referral, LocalDate issued) {
    tx.createUpdate("""
            insert into antrean.referensi (nomor, nomorkartu, jenis, terbit, sampai, sep_terbit)
            values (:number, :card, :kind, :issued, :until, :used)
                on conflict (nomor) do update set nomorkartu = excluded.nomorkartu, jenis = excluded.jenis,
                   terbit = excluded.terbit, sampai = excluded.sampai, sep_terbit = excluded.sep_terbit
            """)
        .bind("number", number).bindMethods(referral).bind("issued", issued).execute();
  }

  /** Removes a reference. */
  public void removeReference(Handle tx, String number) {
    tx.createUpdate("delete from antrean.referensi where nomor = :number").bind("number", number).execute();
  }
}
