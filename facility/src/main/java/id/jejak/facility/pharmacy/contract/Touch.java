package id.jejak.facility.pharmacy.contract;

import static id.jejak.facility.access.Audit.Deed.READ;
import static id.jejak.facility.access.Audit.Deed.WRITE;
import static id.jejak.facility.access.Purpose.DISPENSING;
import static id.jejak.facility.access.Purpose.RECALL;
import static id.jejak.facility.access.Purpose.TREATMENT;
import static java.util.Map.entry;

import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation does to data of patients; whoever asks for it leaves a line in the audit for each of them. What is not named
 * here shows nothing of a patient and changes nothing (docs/decisions/0617).
 *
 * @param purpose for what, unless it shows another one: a doctor, who dispenses nothing, looks for treatment
 */
@Source(grade = Grade.INFERRED, ref = "docs/decisions/0617", seen = "2026-11")
public record Touch(Deed deed, Purpose purpose) {
  private static final Map<Operation, Touch> ALL = Map.ofEntries(
      entry(PrescriptionOperations.WRITE, new Touch(WRITE, TREATMENT)),
      entry(PrescriptionOperations.FETCH, new Touch(WRITE, DISPENSING)),
      entry(PrescriptionOperations.LIST, new Touch(READ, DISPENSING)),
      entry(PrescriptionOperations.GET, new Touch(READ, DISPENSING)),
      entry(PrescriptionOperations.PAPER, new Touch(READ, DISPENSING)),
      entry(PrescriptionOperations.COPY, new Touch(READ, DISPENSING)),
      entry(PrescriptionOperations.ALLERGY, new Touch(WRITE, TREATMENT)),
      entry(CounterOperations.VERIFY, new Touch(READ, DISPENSING)),
      entry(CounterOperations.COMPOUND, new Touch(WRITE, DISPENSING)),
      entry(CounterOperations.GIVE, new Touch(WRITE, DISPENSING)),
      entry(CounterOperations.TAKE_BACK, new Touch(WRITE, DISPENSING)),
      entry(CounterOperations.LABEL, new Touch(READ, DISPENSING)),
      entry(CounterOperations.LABELS, new Touch(READ, DISPENSING)),
      entry(RecallOperations.PATIENTS, new Touch(READ, RECALL)),
      entry(RecallOperations.CONTACTS, new Touch(READ, RECALL)));

  /** What an operation does; empty where it has nothing of a patient. */
  public static Optional<Touch> of(Operation operation) {
    return Optional.ofNullable(ALL.get(operation));
  }
}
