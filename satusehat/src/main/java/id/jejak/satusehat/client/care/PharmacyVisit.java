package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.satusehat.client.Resource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A patient's visit to a pharmacy. Each step may be called again after it was not done. For one thread. */
public final class PharmacyVisit {
  private final Sending sending;
  private final Facility facility;
  private final List<Person> performers = new ArrayList<>();
  private final InstantSource clock;
  private final Encounters encounter;
  private int dispenses;
  private boolean lookFirst;

  PharmacyVisit(Sending sending, Facility facility, String number, Person patient, Person pharmacist,
      InstantSource clock) {
    this.sending = sending;
    this.facility = facility;
    this.clock = clock;
    this.encounter = new Encounters(sending, facility, number, patient, true, clock.instant());
    encounter.participant("PPRF", "Primary Performer", pharmacist);
    performers.add(pharmacist);
  }

  /** With an assistant; before the visit is opened. */
  public PharmacyVisit assistant(Person who) {
    encounter.participant("SPRF", "Secondary Performer", who);
    performers.add(who);
    return this;
  }

  /** Looks for each thing before it is sent: for a visit that an earlier run of the program may have begun. */
  public PharmacyVisit resuming() {
    lookFirst = true;
    return this;
  }

  /** Registers the visit, serviceType 64 Pharmacy. */
  public Answer<Resource> open() {
    return encounter.open(lookFirst);
  }

  /**
   * Hands over of a prescription item; nothing is sent yet. Each call is one dispense more.
   *
   * @param item the MedicationRequest
   */
  public Dispensing dispense(Resource item) {
    dispenses++;
    return new Dispensing(this, item, encounter.number() + "-" + dispenses);
  }

  /** The visit is over. */
  public Answer<Resource> finish() {
    return encounter.finish(clock.instant());
  }

  /** How others refer to it. */
  public String reference() {
    return encounter.reference();
  }

  Sending sending() {
    return sending;
  }

  Facility facility() {
    return facility;
  }

  Person patient() {
    return encounter.patient();
  }

  List<Person> performers() {
    return performers;
  }

  Instant now() {
    return clock.instant();
  }

  boolean looksFirst() {
    return lookFirst;
  }
}
