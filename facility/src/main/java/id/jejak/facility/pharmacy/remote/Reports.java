package id.jejak.facility.pharmacy.remote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The wording of what is owed to SATUSEHAT, and the memory of what it answered. A parcel names what is owed by our ids; it
 * is worded when it is carried, with what is known then. Thread-safe.
 */
public interface Reports {
  /** The transaction of a prescription: visit, items, document, in this order. */
  JsonNode prescription(String facility, long prescription);

  /** SATUSEHAT's names for them: visit and document, and of the items in their order. */
  void prescribed(String facility, long prescription, String encounter, String document, List<String> requests);

  /** SATUSEHAT's name of the document; empty before it is known. */
  String document(String facility, long prescription);

  /** Its national number. */
  void numbered(String facility, long prescription, String nrn);

  /**
   * The transaction of dispenses: visit, then each of them.
   *
   * @throws NotYet when the prescription has no name at SATUSEHAT
   */
  JsonNode dispenses(String facility, List<Long> dispenses);

  /** SATUSEHAT's names for the dispenses, in their order. */
  void dispensed(String facility, List<Long> dispenses, List<String> remote);

  /**
   * A dispense that was taken back, as SATUSEHAT is to know it.
   *
   * @throws NotYet when it has no name there
   */
  TakenBack takenBack(String facility, long dispense);

  /** SATUSEHAT knows that it was. */
  void toldTakenBack(String facility, long dispense);

  /**
   * SATUSEHAT's name of a dispense, and what it is to say of it.
   *
   * @param status that counts nothing there, so that what was given may be given again
   */
  record TakenBack(String remote, String status) {}

  /** What was given on a day, Jakarta time, by all facilities, in the order of giving. */
  List<Told> given(LocalDate day);

  /**
   * A dispense as both sides should know it.
   *
   * @param remote SATUSEHAT's name of it; empty before it is known
   * @param status of it there
   */
  record Told(String facility, long prescription, long id, String remote, BigDecimal quantity, String unit, String status) {}

  /** What was owed is no longer there, as after a reset of the demo world. */
  final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public Gone(String what) {
      super(what, null, false, false);
    }
  }

  /**
   * SATUSEHAT does not know what this is about. Parcels of a prescription go in their order, so what tells it is no longer before
   * this one: it stepped aside or was given up. Says which of our ids it is about.
   */
  final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public NotYet(String what) {
      super(what, null, false, false);
    }
  }
}
