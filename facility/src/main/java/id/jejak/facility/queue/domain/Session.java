package id.jejak.facility.queue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One doctor's hours on one day, with its numbers and places. Two counters that do not help each other out.
 *
 * @param sub subspecialty, opaque
 * @param letter goes before every number; one session of a day has it
 * @param perPatient seconds, above 0
 * @param lastNumber the last one given; never goes back
 * @param waiting bookings that are neither cancelled, absent nor done at the clinic
 * @param called the number last called, 0 for none
 */
public record Session(long id, String sub, String clinicName, int doctor, String doctorName, LocalDate day,
    LocalTime open, LocalTime close, String letter, Places jkn, Places other, int perPatient, boolean closed,
    int lastNumber, int waiting, int called) {

  /**
   * Places of one kind of patient.
   *
   * @param quota 0 or more; may have been lowered below what is taken
   * @param taken not cancelled
   */
  public record Places(int quota, int taken) {
    /** Free places, at least 0. */
    public int left() {
      return Math.max(0, quota - taken);
    }
  }

  /** A number as patients see it. */
  public String number(int number) {
    return number(letter, number);
  }

  /** A number of a session with such a letter, as patients see it. */
  public static String number(String letter, int number) {
    return letter + "-" + number;
  }

  /** The number last called as patients see it; empty for none. */
  public String calledNumber() {
    return called(letter, called);
  }

  /** The number last called in a session with such a letter, as patients see it; empty for none. */
  public static String called(String letter, int called) {
    return called == 0 ? "" : number(letter, called);
  }

  /** The places of a kind of patient. */
  public Places places(boolean member) {
    return member ? jkn : other;
  }

  /** Opening plus the time of those before, never after closing. */
  public Instant estimate(int number, Zone zone) {
    var at = zone.at(day, open).plusSeconds((long) perPatient * (number - 1));
    var end = zone.at(day, close);
    return at.isAfter(end) ? end : at;
  }

  /**
   * The wait of whoever has so many before and with him.
   *
   * @param left patients up to this one, himself included
   * @return seconds, at least 0
   */
  public long wait(int left) {
    return wait(perPatient, left);
  }

  /**
   * The wait of whoever has so many before and with him.
   *
   * @param perPatient seconds, above 0
   * @return seconds, at least 0
   */
  public static long wait(int perPatient, int left) {
    return Math.max(0L, (long) perPatient * (left - 1));
  }

  /** When the doors close. */
  public Instant end(Zone zone) {
    return zone.at(day, close);
  }
}
