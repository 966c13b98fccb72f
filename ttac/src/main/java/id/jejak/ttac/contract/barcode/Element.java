package id.jejak.ttac.contract.barcode;

/**
 * One element of a barcode text: an application identifier with its value.
 *
 * @param ai what the value is
 * @param value the value, without separator; checked where it is read and where it is written, not here
 */
public record Element(ApplicationIdentifier ai, String value) {

  /**
   * An element by its digits.
   *
   * @throws IllegalArgumentException when GS1 has not assigned the digits
   */
  public static Element of(String code, String value) {
    var ai = ApplicationIdentifier.of(code)
        .orElseThrow(() -> new IllegalArgumentException("no GS1 application identifier: " + code));
    return new Element(ai, value);
  }
}
