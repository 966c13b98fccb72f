package id.jejak.facility.access;

import static id.jejak.facility.access.Role.ADMINISTRATOR;
import static id.jejak.facility.access.Role.ASSISTANT;
import static id.jejak.facility.access.Role.AUDITOR;
import static id.jejak.facility.access.Role.DOCTOR;
import static id.jejak.facility.access.Role.FRONT_DESK;
import static id.jejak.facility.access.Role.PHARMACIST;
import static id.jejak.facility.access.Role.WAREHOUSE;

import java.util.Set;

/**
 * The matrix of permissions and roles, as data: who may do what, at the facility they are logged in to. An administrator
 * runs the system and sees no patient; an auditor sees the trail and changes nothing.
 */
public enum Permission {
  /** Being logged in is enough. */
  ANY(Role.values()),
  /** Find a patient by an identifier. */
  PATIENT_FIND(FRONT_DESK, DOCTOR, ASSISTANT, PHARMACIST),
  /** See who a patient is. */
  PATIENT_READ(FRONT_DESK, DOCTOR, ASSISTANT, PHARMACIST),
  /** Add and correct a patient. */
  PATIENT_WRITE(FRONT_DESK, DOCTOR, PHARMACIST),
  /** Erase a patient for good. */
  PATIENT_ERASE(ADMINISTRATOR),
  /** Work the queue: call, serve, cancel. */
  QUEUE_WORK(FRONT_DESK, DOCTOR, ASSISTANT, PHARMACIST),
  /** See the queue. */
  QUEUE_READ(FRONT_DESK, DOCTOR, ASSISTANT, PHARMACIST, ADMINISTRATOR, AUDITOR),
  /** Set hours of practice and quotas. */
  SCHEDULE_WRITE(FRONT_DESK, ADMINISTRATOR),
  /** Write and sign a prescription. */
  PRESCRIBE(DOCTOR),
  /** See prescriptions. */
  PRESCRIPTION_READ(DOCTOR, ASSISTANT, PHARMACIST),
  /** Prepare: scan, weigh, label. */
  PREPARE(ASSISTANT, PHARMACIST),
  /** Hand medicine out. */
  DISPENSE(PHARMACIST, ASSISTANT),
  /** Take back what was handed out. */
  TAKE_BACK(PHARMACIST),
  /** Propose another product than the prescribed one; somebody else must approve. */
  SUBSTITUTE_PROPOSE(PHARMACIST),
  /** Approve a proposed substitution. */
  SUBSTITUTE_APPROVE(DOCTOR, PHARMACIST),
  /** See stock. */
  STOCK_READ(ASSISTANT, PHARMACIST, WAREHOUSE, AUDITOR),
  /** Receive, put away, count, send and return goods. */
  STOCK_WRITE(PHARMACIST, WAREHOUSE),
  /** Say which product of the dictionary a product here is. */
  MAPPING_WRITE(PHARMACIST, WAREHOUSE),
  /** Ask where a lot went, and block it. */
  RECALL(PHARMACIST, WAREHOUSE),
  /** See which patients have a recalled lot. */
  RECALL_CONTACT(PHARMACIST),
  /** See figures without people in them. */
  REPORT_READ(PHARMACIST, WAREHOUSE, AUDITOR, ADMINISTRATOR),
  /** Look at what is owed to the national systems, mend it and send it again. */
  DELIVERY_WORK(PHARMACIST, ADMINISTRATOR),
  /** Take a role that one does not have, for a while and with a reason. */
  BREAK_GLASS(FRONT_DESK, DOCTOR, ASSISTANT, PHARMACIST),
  /** See who broke the glass, and why. */
  BREAK_GLASS_READ(AUDITOR, ADMINISTRATOR),
  /** See who did what with whose data. */
  AUDIT_READ(AUDITOR),
  /** Add staff, change their roles, close their accounts. */
  STAFF_WRITE(ADMINISTRATOR),
  /** Write where the facility's rooms are on the SATUSEHAT platform. */
  FACILITY_WRITE(ADMINISTRATOR),
  /** See the staff. */
  STAFF_READ(ADMINISTRATOR, AUDITOR),
  /** Rotate and retire the keys of this installation. */
  KEYS(ADMINISTRATOR);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** Who has it. */
  public Set<Role> roles() {
    return roles;
  }
}
