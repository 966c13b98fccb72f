package id.jejak.antrean.store;

import id.jejak.antrean.domain.Chain;
import id.jejak.antrean.domain.Referral;
import id.jejak.antrean.domain.Task;
import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Bookings and their tasks. A booking's row is locked before its tasks are read or added to, so tasks of one booking
 * come one after the other. Stateless, thread-safe.
 */
public final class BookingStore {
  /**
   * A booking as told.
   *
   * @param content hash of what was told
   * @param estimate milliseconds since 1970
   */
  public record Booking(String hospital, String code, boolean member, String card, String nik, String phone, String sub,
      String record, LocalDate day, int doctor, String hours, int kind, String reference, String number, int count,
      long estimate, boolean newPatient, String source, byte[] content, Instant createdAt) {}

  private static final Sql LOCK = Sql.of("""
      select pasienbaru, tanggal, dibatalkan_at is not null as batal
        from antrean.antrean
       where kode_ppk = :hospital and kodebooking = :code
         for update
      """);
  private static final Sql TASKS = Sql.of("""
      select taskid, wakturs, waktu
        from antrean.task
       where kode_ppk = :hospital and kodebooking = :code
       order by taskid
      """);
  private static final Sql ADD_TASK = Sql.of("""
      insert into antrean.task (kode_ppk, kodebooking, taskid, wakturs, waktu)
      values (:hospital, :code, :task, :happened, :told)
      """);
  private static final Sql ADD = Sql.of("""
      insert into antrean.antrean (kode_ppk, kodebooking, jkn, nomorkartu, nik, nohp, kdsubspesialis, norm, tanggal, kodedokter,
                                   jampraktek, jeniskunjungan, nomorreferensi, nomorantrean, angkaantrean, estimasi,
                                   pasienbaru, sumberdata, isi, created_at)
      values (:hospital, :code, :member, :card, :nik, :phone, :sub, :record, :day::date, :doctor, :hours, :kind, :reference,
              :number, :count, :estimate, :newPatient, :source, :content, :created)
          on conflict (kode_ppk, kodebooking) do nothing
      """);
  private static final Sql ADD_PHARMACY = Sql.of("""
      insert into antrean.farmasi (kode_ppk, kodebooking, jenisresep, nomorantrean, keterangan, created_at)
      values (:hospital, :code, :kind, :number, :remark, :at)
          on conflict (kode_ppk, kodebooking) do nothing
      """);
  private static final Sql PRESCRIBE = Sql.of("""
      update antrean.antrean
         set jenisresep = :kind
       where kode_ppk = :hospital and kodebooking = :code
      """);
  private static final Sql REMOVE = Sql.of("""
      with tasks as (
        delete from antrean.task where kode_ppk = :hospital and kodebooking = :code
      ), pharmacy as (
        delete from antrean.farmasi where kode_ppk = :hospital and kodebooking = :code
      )
      delete from antrean.antrean where kode_ppk = :hospital and kodebooking = :code
      """);
  private static final Sql GROUND = Sql.of("""
      select (select a.isi from antrean.antrean a where a.kode_ppk = :hospital and a.kodebooking = :code) as isi,
             exists (select from antrean.perubahan_jadwal where not selesai and diajukan_pada < :today::date) as due,
             exists (select from antrean.poli where kdsubspesialis = :sub) as clinic, d.namadokter,
             exists (select
                       from antrean.jadwal j
                      where j.kode_ppk = :hospital and j.kodedokter = :doctor and j.kdsubspesialis = :sub
                        and j.hari = case when exists (select from antrean.libur where tanggal = :day::date) then 8
                                          else extract(isodow from :day::date) end
                        and j.buka = :open::time and j.tutup = :close::time) as open,
             r.nomorkartu, r.jenis, r.sampai, r.sep_terbit
        from (values (1)) as one (row)
        left join antrean.dokter d on d.kodedokter = :doctor
        left join antrean.referensi r on r.nomor = :reference
      """);

  /** A task as kept: when it happened, and when it was told. */
  public record Told(Task task, Instant happened, Instant told) {}

  /** Adds a booking; false when its hospital used the code before. */
  public boolean add(Handle tx, Booking booking) {
    return ADD.in(tx).text("hospital", booking.hospital()).text("code", booking.code()).flag("member", booking.member())
        .text("card", booking.card()).text("nik", booking.nik()).text("phone", booking.phone()).text("sub", booking.sub())
        .text("record", booking.record()).text("day", booking.day().toString()).integer("doctor", booking.doctor())
        .text("hours", booking.hours()).integer("kind", booking.kind()).text("reference", booking.reference())
        .text("number", booking.number()).integer("count", booking.count()).bigint("estimate", booking.estimate())
        .flag("newPatient", booking.newPatient()).text("source", booking.source()).bytes("content", booking.content())
        .instant("created", booking.createdAt()).update() == 1;
  }

  /**
   * Everything by which a booking is judged, in one look.
   *
   * @param content hash of what was told before about a booking of this code
   * @param changesDue whether a change of hours has to be put into force before sessions are looked at
   * @param open whether the doctor sees patients then
   */
  public record Ground(Optional<byte[]> content, boolean changesDue, boolean clinic, Optional<String> doctor,
      boolean open, Optional<Referral> reference) {}

  /** Looks at everything by which a booking is judged. */
  public Ground ground(Handle handle, Booking booking, LocalDate today) {
    var hours = booking.hours().split("-");
    return GROUND.in(handle).text("hospital", booking.hospital()).text("code", booking.code())
        .text("today", today.toString()).text("sub", booking.sub()).integer("doctor", booking.doctor())
        .text("day", booking.day().toString()).text("open", hours[0]).text("close", hours[1])
        .text("reference", booking.reference())
        .list(row -> new Ground(Optional.ofNullable(row.getBytes("isi")), row.getBoolean("due"),
            row.getBoolean("clinic"), Optional.ofNullable(row.getString("namadokter")), row.getBoolean("open"),
            Optional.ofNullable(row.getString("nomorkartu")).isEmpty() ? Optional.empty()
                : Optional.of(new Referral(row.getString("nomorkartu"), row.getInt("jenis"),
                    row.getObject("sampai", LocalDate.class), row.getBoolean("sep_terbit"))))).getFirst();
  }

  /** The hash of what was told about a booking, if there is one. */
  public Optional<byte[]> content(Handle handle, String hospital, String code) {
    return handle.createQuery("""
            select isi
              from antrean.antrean
             where kode_ppk = :hospital and kodebooking = :code
            """).bind("hospital", hospital).bind("code", code).mapTo(byte[].class).findOne();
  }

  /** The chain of a booking, locked until the transaction ends. */
  public Optional<Chain> lock(Handle tx, String hospital, String code) {
    var seen = Sql.both(LOCK.in(tx).text("hospital", hospital).text("code", code), row -> new Chain(
        row.getBoolean("pasienbaru"), row.getObject("tanggal", LocalDate.class), row.getBoolean("batal"), Map.of()),
        TASKS.in(tx).text("hospital", hospital).text("code", code), BookingStore::told);
    return seen.first().stream().findFirst().map(chain -> {
      var told = new EnumMap<Task, Instant>(Task.class);
      seen.second().forEach(one -> told.put(one.task(), one.happened()));
      return new Chain(chain.newPatient(), chain.day(), chain.cancelled(), told);
    });
  }

  /** True when the hospital has such a booking. */
  public boolean exists(Handle handle, String hospital, String code) {
    return content(handle, hospital, code).isPresent();
  }

  /** The tasks of a booking in their order. */
  public List<Told> tasks(Handle handle, String hospital, String code) {
    return TASKS.in(handle).text("hospital", hospital).text("code", code).list(BookingStore::told);
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(Task.of(row.getInt("taskid")).orElseThrow(), row.getObject("wakturs", OffsetDateTime.class).toInstant(),
        row.getObject("waktu", OffsetDateTime.class).toInstant());
  }

  /** Adds a task to a locked booking, once it is run. */
  public Sql.Call task(Handle tx, String hospital, String code, Told told) {
    return ADD_TASK.in(tx).text("hospital", hospital).text("code", code).integer("task", told.task().id())
        .instant("happened", told.happened()).instant("told", told.told());
  }

  /** Remembers the kind of prescription of a locked booking, once it is run. */
  public Sql.Call prescription(Handle tx, String hospital, String code, String kind) {
    return PRESCRIBE.in(tx).text("hospital", hospital).text("code", code).text("kind", kind);
  }

  /** Cancels a locked booking. */
  public void cancel(Handle tx, String hospital, String code, String reason, Instant at) {
    tx.createUpdate("""
            update antrean.antrean
               set dibatalkan_at = :at, alasan_batal = :reason
             where kode_ppk = :hospital and kodebooking = :code
            """)
        .bind("hospital", hospital).bind("code", code).bind("reason", reason)
        .bind("at", at.atOffset(ZoneOffset.UTC)).execute();
  }

  /** Gives a locked booking its place in the pharmacy's queue; false when it has one. */
  public boolean addPharmacy(Handle tx, String hospital, String code, String kind, int number, String remark,
      Instant at) {
    return ADD_PHARMACY.in(tx).text("hospital", hospital).text("code", code).text("kind", kind).integer("number", number)
        .text("remark", remark).instant("at", at).update() == 1;
  }

  /** Removes a booking with everything about it; for the sandbox only. */
  public void remove(Handle tx, String hospital, String code) {
    REMOVE.in(tx).text("hospital", hospital).text("code", code).update();
  }
}
