package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Booking;
import id.jejak.facility.queue.domain.Happening;
import id.jejak.facility.queue.domain.Hidden;
import id.jejak.facility.queue.domain.Session;
import id.jejak.facility.queue.domain.Session.Places;
import id.jejak.facility.queue.domain.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Rows as values of the domain. */
final class Rows {
  /** What {@link #session} reads, of a session {@code s} with its clinic {@code c} and doctor {@code d}. */
  static final String SESSION = """
      s.id, s.sub, s.doctor, s.day, s.open, s.close, s.letter, s.quota_jkn, s.quota_other, s.taken_jkn, s.taken_other,
      s.seconds_each, s.closed, s.last_number, s.waiting, s.called_number, c.name as clinic_name, d.name as doctor_name
      """;
  /** What {@link #booking} reads, of a booking {@code b}. */
  static final String BOOKING = """
      b.code, b.session, b.number, b.day, b.jkn, b.sealed, b.record, b.new_patient, b.kind, b.reference,
      b.source, b.created_at, b.active, b.cancelled_at, b.prescription
      """;

  /** What {@link #happening} reads, of an event {@code e}. */
  static final String HAPPENING = """
      e.task, e.happened_at, e.recorded_at, e.source as origin, e.by_name, e.reason
      """;

  private Rows() {}

  static Session session(ResultSet row) throws SQLException {
    return new Session(row.getLong("id"), row.getString("sub"), row.getString("clinic_name"), row.getInt("doctor"),
        row.getString("doctor_name"), row.getObject("day", LocalDate.class), row.getObject("open", LocalTime.class),
        row.getObject("close", LocalTime.class), row.getString("letter"),
        new Places(row.getInt("quota_jkn"), row.getInt("taken_jkn")),
        new Places(row.getInt("quota_other"), row.getInt("taken_other")), row.getInt("seconds_each"),
        row.getBoolean("closed"), row.getInt("last_number"), row.getInt("waiting"), row.getInt("called_number"));
  }

  static Booking booking(ResultSet row) throws SQLException {
    var prescription = row.getString("prescription");
    return new Booking(row.getString("code"), row.getLong("session"), row.getInt("number"),
        row.getObject("day", LocalDate.class), row.getBoolean("jkn"), new Hidden(row.getBytes("sealed")),
        row.getString("record"), row.getBoolean("new_patient"), row.getInt("kind"),
        row.getString("reference"), Booking.Source.valueOf(row.getString("source")), instant(row, "created_at"),
        row.getBoolean("active"), Optional.ofNullable(row.getObject("cancelled_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(prescription).map("COMPOUNDED"::equals));
  }

  static Happening happening(ResultSet row) throws SQLException {
    return new Happening(Task.of(row.getInt("task")).orElseThrow(), instant(row, "happened_at"),
        instant(row, "recorded_at"), Happening.Origin.valueOf(row.getString("origin")), row.getString("by_name"),
        row.getString("reason"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
