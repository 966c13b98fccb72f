package id.jejak.ttac.contract.barcode;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements found so far, and the reading they make. Not thread-safe. */
final class ElementList {

  private static final char GS = ElementWalk.GS;

  private Element[] elements = new Element[6];
  private int size;

  /** Adds an element; the same element again is no second one, the same AI with another value is refused. */
  boolean add(ApplicationIdentifier ai, String value) {
    for (var i = 0; i < size; i++) {
      if (elements[i].ai() == ai) {
        return elements[i].value().equals(value);
      }
    }
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, size * 2);
    }
    elements[size++] = new Element(ai, value);
    return true;
  }

  void removeLast() {
    size--;
  }

  int size() {
    return size;
  }

  /** Whether the elements name a product or a logistic unit, without which they are no reading. */
  boolean namesSomething() {
    for (var i = 0; i < size; i++) {
      var ai = elements[i].ai();
      if (ai == ApplicationIdentifier.NIE || ai == ApplicationIdentifier.GTIN
          || ai == ApplicationIdentifier.SSCC) {
        return true;
      }
    }
    return false;
  }

  /** The reading of these elements; they must name something. */
  Reading.Structured reading(int year, long hints) {
    String nie = null;
    String gtin = null;
    String sscc = null;
    var batch = "";
    var expiry = "";
    var serial = "";
    for (var i = 0; i < size; i++) {
      var ai = elements[i].ai();
      var value = elements[i].value();
      if (ai == ApplicationIdentifier.NIE) {
        nie = value;
      } else if (ai == ApplicationIdentifier.GTIN) {
        gtin = value;
      } else if (ai == ApplicationIdentifier.BATCH) {
        batch = value;
      } else if (ai == ApplicationIdentifier.EXPIRY) {
        expiry = value;
      } else if (ai == ApplicationIdentifier.SERIAL) {
        serial = value;
      } else if (ai == ApplicationIdentifier.SSCC) {
        sscc = value;
      }
    }
    var expiresOn = expiry.isEmpty() ? null : ShortDate.read(expiry, 0, year);
    var key = nie == null && gtin == null && sscc != null
        ? key('S', sscc, "", "", null, "")
        : key(nie != null ? 'N' : 'G', nie != null ? nie : String.valueOf(gtin), batch, expiry, expiresOn,
            serial);
    return new Reading.Structured(list(), expiresOn, key, Hint.of(hints | oddities(nie, expiry)));
  }

  private static long oddities(@Nullable String nie, String expiry) {
    var hints = expiry.endsWith("00") ? Hint.EXPIRY_DAY_ZERO.bit() : 0;
    if (nie != null) {
      hints |= nie.length() > Limits.BPOM_NIE ? Hint.NIE_OVER_16.bit() : 0;
      if (!NieFamily.recognises(nie)) {
        hints |= Hint.NIE_UNUSUAL.bit();
        hints |= NieFamily.recognises(Ascii.upper(nie)) ? Hint.LOWER_CASED.bit() : 0;
      }
    }
    return hints;
  }

  /** A pack's key. A pallet's has its SSCC only, so that all labels of one pallet have one key. */
  private static String key(
      char sort, String product, String batch, String expiry, @Nullable LocalDate expiresOn, String serial) {
    var key = new StringBuilder(product.length() + batch.length() + serial.length() + 11);
    key.append(GS).append(sort).append(product).append(GS).append(batch).append(GS);
    if (expiresOn == null || !expiry.endsWith("00")) {
      key.append(expiry);
    } else {
      key.append(expiry, 0, 4).append(expiresOn.getDayOfMonth());
    }
    return key.append(GS).append(serial).toString();
  }

  private List<Element> list() {
    return List.of(size == elements.length ? elements : Arrays.copyOf(elements, size));
  }
}
