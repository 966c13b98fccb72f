package id.jejak.ttac.contract.barcode;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random packs for laws: valid ones, with values drawn from all characters GS1 allows. */
public final class Packs {

  public static final Year NOW = Year.of(2026);

  private static final String CHARACTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!\"%&'()*+,-./:;=>?_";

  private Packs() {}

  /** Elements of a complete pack in shuffled order, in one of three with elements BPOM does not ask for. */
  public static List<Element> any(Random random) {
    var date = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(0, 9_000));
    var batch = value(random, 20);
    var serial = value(random, 20);
    var elements = new ArrayList<>(random.nextBoolean()
        ? BarcodeWriter.byNie(nie(random), batch, date, serial)
        : BarcodeWriter.byGtin(gtin(random), batch, date, serial));
    if (random.nextInt(3) == 0) {
      elements.add(Element.of("240", value(random, 30)));
      elements.add(Element.of("11", "251231"));
      elements.add(Element.of("37", String.valueOf(random.nextInt(1, 99_999_999))));
      elements.add(Element.of("3103", "000125"));
    }
    Collections.shuffle(elements, random);
    return elements;
  }

  public static String nie(Random random) {
    return "" + pick(random, "DG") + pick(random, "BTKPN") + pick(random, "LIEX") + digits(random, 10)
        + pick(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + digits(random, 1);
  }

  public static String gtin(Random random) {
    var digits = digits(random, 13);
    return digits + BarcodeWriter.checkDigit(digits);
  }

  public static String digits(Random random, int count) {
    var digits = new StringBuilder();
    for (var i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  public static String value(Random random, int most) {
    var value = new StringBuilder();
    for (var i = random.nextInt(1, most + 1); i > 0; i--) {
      value.append(pick(random, CHARACTERS));
    }
    return value.toString();
  }

  private static char pick(Random random, String from) {
    return from.charAt(random.nextInt(from.length()));
  }
}
