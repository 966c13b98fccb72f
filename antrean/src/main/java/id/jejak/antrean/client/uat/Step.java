package id.jejak.antrean.client.uat;

/**
 * One scenario of the acceptance test.
 *
 * @param expected words, with placeholders
 * @param said nothing but the service when nobody tried it
 * @param note what differs though it is met, or why it was not tried; empty otherwise
 */
public record Step(String service, String scenario, int expectedCode, String expected, Spoken said, Result result,
    String note) {
  /** What became of a scenario. */
  public enum Result {
    /** The hospital is right. */
    MET,
    /** The hospital answered otherwise. */
    BROKEN,
    /** It could not be brought about from outside. */
    NOT_TRIED
  }

  /** Whether the hospital is right. */
  public boolean passed() {
    return result == Result.MET;
  }

  /** Whether the hospital is wrong. */
  public boolean broken() {
    return result == Result.BROKEN;
  }
}
