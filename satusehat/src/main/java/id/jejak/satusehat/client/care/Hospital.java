package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.client.FhirClient;
import id.jejak.satusehat.client.Numbers;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * Who prescribes: a hospital, clinic, puskesmas or doctor. Steps in the document's order:
 *
 * <pre>{@code
 * var patient = hospital.patient(nik);                  // Answer<Person>
 * var visit = hospital.visit("A0001", patient, doctor); // then open, weight, height
 * var draft = visit.prescription("R0001").add(...).paidBy(Coverage.self());
 * draft.send();                                         // items and document
 * draft.number(Duration.ofSeconds(30));                 // Nomor Resep Nasional
 * visit.finish();
 * }</pre>
 *
 * <p>Thread-safe; what it gives is for one thread.
 */
public final class Hospital {
  private final FhirClient fhir;
  private final Numbers numbers;
  private final Facility facility;
  private final InstantSource clock;
  private final Pause pause;

  /**
   * A hospital's desk.
   *
   * @param numbers waits for national numbers
   * @param clock says when things happened that nobody says a time of
   * @param pause lets time pass before looking for what was not answered
   */
  public Hospital(FhirClient fhir, Numbers numbers, Facility facility, InstantSource clock, Pause pause) {
    this.fhir = fhir;
    this.numbers = numbers;
    this.facility = facility;
    this.clock = clock;
    this.pause = pause;
  }

  /** A patient by national identity number; refused with {@code not-found}. */
  public Answer<Person> patient(String nik) {
    return people().patient(nik);
  }

  /** The same by name and birthday too, as the real server wants it of some clients. */
  public Answer<Person> patient(String name, LocalDate born, String nik) {
    return people().patient(name, born, nik);
  }

  /** A doctor by national identity number. */
  public Answer<Person> doctor(String nik) {
    return people().worker(nik);
  }

  /**
   * A visit, which begins now; nothing is sent yet.
   *
   * @param number the facility's own, never used before
   */
  public Visit visit(String number, Person patient, Person doctor) {
    return new Visit(new Sending(fhir, pause), numbers, facility, number, patient, doctor, clock);
  }

  private People people() {
    return new People(new Sending(fhir, pause));
  }
}
