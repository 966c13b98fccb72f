package id.jejak.facility.pharmacy.remote;

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
   * @throws NotYet when the prescription has no name at SATUSEHAT yet
   */
  JsonNode dispenses(String facility, List<Long> dispenses);

  /** SATUSEHAT's names for the dispenses, in their order. */
  void dispensed(String facility, List<Long> dispenses, List<String> remote);

  /** What was owed is no longer there, as after a reset of the demo world. */
  final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public Gone(String what) {
      super(what, null, false, false);
    }
  }

  /** Something that must be known first. Says which of our ids it is about. */
  final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public NotYet(String what) {
      super(what, null, false, false);
    }
  }
}
