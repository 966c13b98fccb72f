package id.jejak.satusehat.client;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.TestSatusehat;
import id.jejak.satusehat.client.care.Facility;
import id.jejak.satusehat.client.care.Hospital;
import id.jejak.satusehat.client.care.Pharmacy;
import java.util.Optional;

/** Both desks of the demo world, over any line. */
public final class Desks {
  public static final String PATIENT = "9271061903950011";
  public static final String DOCTOR = "7209061211900001";
  public static final String PHARMACIST = "3578083008700010";
  /** Time does not pass in tests. */
  public static final Pause AT_ONCE = _ -> true;

  private Desks() {}

  /** A token is the organization, as {@link TestSatusehat} takes it. */
  public static Access as(String organization) {
    return (transport, request) ->
        new Done<>(transport.handle(request.plusHeader("Authorization", "Bearer " + organization)));
  }

  public static FhirClient fhir(TestSatusehat satusehat, Handler line, String organization) {
    return new FhirClient(line, as(organization), satusehat.clock);
  }

  public static EresepClient eresep(TestSatusehat satusehat, Handler line) {
    return new EresepClient(line, new EresepCredentials("apotek-sarana-b",
        new Secret("rahasia-demo-eresep-apotek-sarana-b")), satusehat.clock);
  }

  public static Hospital hospital(TestSatusehat satusehat, Handler line, Numbers numbers) {
    return new Hospital(fhir(satusehat, line, TestSatusehat.HOSPITAL), numbers,
        new Facility(TestSatusehat.HOSPITAL, "RAJAL TERPADU", Optional.of("c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee")),
        satusehat.clock, AT_ONCE);
  }

  public static Pharmacy pharmacy(TestSatusehat satusehat, Handler line) {
    return new Pharmacy(fhir(satusehat, line, TestSatusehat.PHARMACY), eresep(satusehat, line),
        new Facility(TestSatusehat.PHARMACY, "Apotek Sarana B", Optional.of("1cca7566-cb3e-429c-88e6-87b6cd2bad37")),
        satusehat.clock, AT_ONCE);
  }

  public static <T> T done(Answer<T> answer) {
    if (answer instanceof Done<T>(var value, _)) {
      return value;
    }
    throw new AssertionError(answer.toString());
  }
}
