package id.jejak.antrean.contract;

import static id.jejak.antrean.contract.Describe.optional;
import static id.jejak.antrean.contract.Describe.ours;
import static id.jejak.antrean.contract.Describe.required;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;

/** What the sandbox does in BPJS's place, below {@code /sandbox}. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public final class SandboxOperations {
  /** A booking made in Mobile JKN. */
  public static final Operation BOOKING = ours("antrean.sandbox.bookings", "POST", "/antrean/bookings",
      "A booking of Mobile JKN", "Makes a booking known as Mobile JKN does, without the hospital telling it; one of the"
          + " same code gives way. What is left out is that of the first patient and the first doctor.")
      .params(Describe.BOOKING, required("tanggalperiksa", "String", "yyyy-mm-dd", "\"2021-03-16\""),
          optional("pasienbaru", "Integer", "1 or 0", "1"),
          optional("kodepoli", "String", "subspecialty", "\"ANA\""),
          optional("kodedokter", "Integer", "doctor", "12345"),
          optional("jampraktek", "String", "hours", "\"08:00-16:00\""),
          optional("kode_ppk", "String", "hospital", "\"1311R002\""))
      .outcomes(new Outcome("400", false, "{what} and what to write", "something is missing or malformed"),
          new Outcome("200", true, "", "otherwise"));

  /** The branch office's word on a schedule. */
  public static final Operation DECISION = ours("antrean.sandbox.decisions", "POST", "/antrean/decisions",
      "The branch office decides", "Approves or rejects what a hospital asked for today about a doctor's hours; only"
          + " from 20:01 WIB to midnight. Answers where the request stands.")
      .params(required("kodedokter", "Integer", "doctor", "12346"), required("setuju", "Integer", "1 or 0", "1"),
          optional("kode_ppk", "String", "hospital", "\"1311R002\""))
      .outcomes(new Outcome("400", false, "{what} and what to write", "nothing was asked for today"),
          new Outcome("200", true, "", "otherwise"));

  /** Mobile JKN. */
  public static final Operation MOBILE = ours("antrean.sandbox.mobile", "POST", "/antrean/mobile-jkn",
      "Mobile JKN", "Takes a patient through a hospital's services: token, status, a number (after registering, when"
          + " the hospital does not know the patient), what is left, and check-in. Answers each step as it was said."
          + " What is left out is that of this house, of the first patient and the first doctor, and of today.")
      .params(optional("url", "String", "scheme, host and port of the hospital", "\"http://localhost:8080\""),
          optional("base", "String", "path before every service", "\"/rs\""),
          optional("username", "String", "of the hospital", "\"mobilejkn\""),
          optional("password", "String", "of the hospital", "\"rahasia\""),
          optional("nomorkartu", "String", "and every other member of Ambil Antrean", "\"00012345678\""))
      .outcomes(new Outcome("400", false, "{what} and what to write", "the address is none"),
          new Outcome("200", true, "", "otherwise, whatever the hospital said"));

  private SandboxOperations() {}
}
