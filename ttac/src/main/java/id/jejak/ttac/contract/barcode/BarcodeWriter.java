package id.jejak.ttac.contract.barcode;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes elements in the forms {@link BarcodeText} reads. All refuse elements that no symbol may carry with
 * an {@link IllegalArgumentException}, for a wrong barcode is cheapest before it is printed. Stateless.
 */
public final class BarcodeWriter {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  /** Any year serves: a leap day needs one with the right number of days, and the window ends at 2049. */
  private static final int YEAR = 2000;

  private BarcodeWriter() {}

  /** The elements of a pack in BPOM's 90 form, in the order of BPOM's slides. */
  public static List<Element> byNie(String nie, String batch, LocalDate expiresOn, String serial) {
    return pack(new Element(ApplicationIdentifier.NIE, nie), batch, expiresOn, serial);
  }

  /** The elements of a pack in the 01 form. */
  public static List<Element> byGtin(String gtin, String batch, LocalDate expiresOn, String serial) {
    return pack(new Element(ApplicationIdentifier.GTIN, gtin), batch, expiresOn, serial);
  }

  /** With GS behind every value that needs one: what travels in the API. */
  public static String separated(List<Element> elements) {
    return joined(elements, String.valueOf(ElementWalk.GS));
  }

  /** As {@link #separated}, with the JSON escape of GS spelt out, as some programs store it. */
  public static String escaped(List<Element> elements) {
    return joined(elements, "\\u001d");
  }

  /** As a scanner hands over a GS1 DataMatrix when it transmits the symbology. */
  public static String scanned(List<Element> elements) {
    return "]d2" + separated(elements);
  }

  /** With the application identifiers in brackets; a bracket in a value is written {@code \(}. */
  public static String bracketed(List<Element> elements) {
    return requireValid(elements).stream()
        .map(e -> e.ai() + e.value().replace("(", "\\("))
        .collect(Collectors.joining());
  }

  /** For people: names, values, and the expiry as a date. Not meant to be read back. */
  public static String human(Reading.Structured reading) {
    return reading.elements().stream().map(e -> switch (e.ai().code()) {
      case "90" -> "NIE " + e.value();
      case "01" -> "GTIN " + e.value();
      case "00" -> "SSCC " + e.value();
      case "10" -> "Batch " + e.value();
      case "17" -> "Exp " + reading.expiresOn();
      case "21" -> "SN " + e.value();
      default -> e.ai() + " " + e.value();
    }).collect(Collectors.joining(", "));
  }

  /** The check digit behind the digits of a GTIN or SSCC. */
  public static char checkDigit(String digits) {
    return ApplicationIdentifier.checkDigit(digits, 0, digits.length());
  }

  /**
   * The same elements, each of them fit for a symbol.
   *
   * @throws IllegalArgumentException naming the first that is not
   */
  public static List<Element> requireValid(List<Element> elements) {
    for (var element : elements) {
      var fault = element.ai().fault(element.value(), 0, element.value().length(), YEAR);
      if (fault != null) {
        throw new IllegalArgumentException(element.ai() + element.value() + ": " + fault.sentence());
      }
    }
    return elements;
  }

  private static List<Element> pack(Element product, String batch, LocalDate expiresOn, String serial) {
    return requireValid(List.of(
        product,
        new Element(ApplicationIdentifier.BATCH, batch),
        new Element(ApplicationIdentifier.EXPIRY, SHORT.format(expiresOn)),
        new Element(ApplicationIdentifier.SERIAL, serial)));
  }

  private static String joined(List<Element> elements, String separator) {
    var text = new StringBuilder();
    var open = false;
    for (var element : requireValid(elements)) {
      text.append(open ? separator : "").append(element.ai().code()).append(element.value());
      open = !element.ai().predefined();
    }
    return text.toString();
  }
}
