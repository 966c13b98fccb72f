package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.satusehat.client.Numbers;
import id.jejak.satusehat.client.Resource;
import id.jejak.satusehat.contract.Systems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A patient's visit to a doctor. Each step may be called again after it was not done. For one thread. */
public final class Visit {
  private static final Code VITAL = new Code("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs",
      "Vital Signs");
  private static final Code ACTIVE = new Code("http://terminology.hl7.org/CodeSystem/condition-clinical", "active",
      "Active");
  private static final Code DIAGNOSIS = new Code("http://terminology.hl7.org/CodeSystem/condition-category",
      "encounter-diagnosis", "Encounter Diagnosis");

  private final Sending sending;
  private final Numbers numbers;
  private final Facility facility;
  private final Person doctor;
  private final InstantSource clock;
  private final Encounters encounter;
  private boolean lookFirst;

  Visit(Sending sending, Numbers numbers, Facility facility, String number, Person patient, Person doctor,
      InstantSource clock) {
    this.sending = sending;
    this.numbers = numbers;
    this.facility = facility;
    this.doctor = doctor;
    this.clock = clock;
    this.encounter = new Encounters(sending, facility, number, patient, false, clock.instant());
    encounter.participant("ATND", "attender", doctor);
  }

  /** Looks for each thing before it is sent: for a visit that an earlier run of the program may have begun. */
  public Visit resuming() {
    lookFirst = true;
    return this;
  }

  /** Registers the visit. */
  public Answer<Resource> open() {
    return encounter.open(lookFirst);
  }

  /** The doctor sees the patient. */
  public Answer<Resource> begin() {
    return encounter.begin(clock.instant());
  }

  /** Body weight, kilograms. */
  public Answer<Resource> weight(BigDecimal kilograms) {
    return observe("BB", Systems.WEIGHT, "Body weight", kilograms, "kg");
  }

  /** Body height, centimetres. */
  public Answer<Resource> height(BigDecimal centimetres) {
    return observe("TB", Systems.HEIGHT, "Body height", centimetres, "cm");
  }

  /**
   * A diagnosis.
   *
   * @param icd10 such as {@code R50.9}
   */
  public Answer<Resource> diagnosis(String icd10, String display) {
    var answer = sending.create("diagnosis " + icd10, Fields.of("resourceType", "Condition",
        "identifier", List.of(Fields.of("system", facility.system("condition"), "value",
            encounter.number() + "-" + icd10)),
        "clinicalStatus", ACTIVE.concept(), "category", List.of(DIAGNOSIS.concept()),
        "code", new Code("http://hl7.org/fhir/sid/icd-10", icd10, display).concept(),
        "subject", encounter.patient().json(), "encounter", Fields.reference(encounter.reference()),
        "recordedDate", clock.instant()), lookFirst);
    if (answer instanceof Answer.Done<Resource>(var resource, _)) {
      encounter.diagnosis(resource.reference());
    }
    return answer;
  }

  /**
   * A prescription; nothing is sent yet.
   *
   * @param number the facility's own, never used before
   */
  public Prescribing prescription(String number) {
    return new Prescribing(this, number);
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

  Numbers numbers() {
    return numbers;
  }

  Facility facility() {
    return facility;
  }

  Person patient() {
    return encounter.patient();
  }

  Person doctor() {
    return doctor;
  }

  Instant now() {
    return clock.instant();
  }

  boolean looksFirst() {
    return lookFirst;
  }

  private Answer<Resource> observe(String name, String loinc, String display, BigDecimal value, String unit) {
    return sending.create(name, Fields.of("resourceType", "Observation", "status", "final",
        "identifier", List.of(Fields.of("system", facility.system("observation"), "value",
            encounter.number() + "-" + name)),
        "category", List.of(VITAL.concept()), "code", new Code(Systems.LOINC, loinc, display).concept(),
        "performer", List.of(doctor.json()), "subject", patient().json(),
        "encounter", Fields.reference(encounter.reference()), "effectiveDateTime", now(), "issued", now(),
        "valueQuantity", quantity(value, unit)), lookFirst);
  }

  private static Map<String, Object> quantity(BigDecimal value, String unit) {
    return Quantity.of(value.toPlainString(), Unit.ucum(unit, unit)).json();
  }
}
