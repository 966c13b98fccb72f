package id.jejak.ttac.contract.barcode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a barcode text turned out to be. A switch over it has no default.
 *
 * <p>Its {@link #key()} is what two texts of one pack have in common: equal keys, same pack. The sorts of
 * key never meet: a structured one begins with GS (0x1D), an opaque one never begins with a control
 * character.
 */
public sealed interface Reading {

  /** What a text is found by: exact, case-sensitive, and storable in any database. */
  String key();

  /** All keys the text may stand for: {@link #key()} alone, unless the text is {@link Ambiguous}. */
  List<String> keys();

  /** What is odd about the text, in declared order; mostly nothing. */
  List<Hint> hints();

  /**
   * A GS1 element string that names a product (90 or 01) or a logistic unit (00).
   *
   * @param elements in the order of the text
   * @param expiresOn the last day of use, or null when the text has no expiry
   * @param key product, batch, expiry and serial in this order, each after a GS; an absent one is empty.
   *     The product is N with the NIE, else G with the GTIN, else S with the SSCC; the expiry is YYMMDD,
   *     day 00 turned into the last day. A pack with both product numbers goes by its NIE
   * @param hints what is odd
   */
  record Structured(List<Element> elements, @Nullable LocalDate expiresOn, String key, List<Hint> hints)
      implements Reading {

    public Structured {
      elements = List.copyOf(elements);
      hints = List.copyOf(hints);
    }

    @Override
    public List<String> keys() {
      return List.of(key);
    }

    /** The marketing authorisation, AI 90. */
    public Optional<String> nie() {
      return value(ApplicationIdentifier.NIE);
    }

    /** The international product number, AI 01. */
    public Optional<String> gtin() {
      return value(ApplicationIdentifier.GTIN);
    }

    /** The batch, AI 10. */
    public Optional<String> batch() {
      return value(ApplicationIdentifier.BATCH);
    }

    /** The serial, AI 21. */
    public Optional<String> serial() {
      return value(ApplicationIdentifier.SERIAL);
    }

    /** The logistic unit, AI 00. */
    public Optional<String> sscc() {
      return value(ApplicationIdentifier.SSCC);
    }

    /** The value of one element, when the text has it. */
    public Optional<String> value(ApplicationIdentifier ai) {
      for (var element : elements) {
        if (element.ai() == ai) {
          return Optional.of(element.value());
        }
      }
      return Optional.empty();
    }

    /** Whether this is all BPOM asks of a serialised pack: a product with batch, expiry and serial. */
    public boolean complete() {
      return expiresOn != null && batch().isPresent() && serial().isPresent()
          && (nie().isPresent() || gtin().isPresent());
    }
  }

  /**
   * A company's own code, as on boxes and pallets, or a text that is no barcode at all; taken as it is.
   *
   * @param text without surrounding white space and without the scanner's symbology prefix
   * @param hints what is odd, among them why a text that begins like an element string is none
   */
  record Opaque(String text, List<Hint> hints) implements Reading {

    public Opaque {
      hints = List.copyOf(hints);
    }

    @Override
    public String key() {
      return OpaqueKey.of(text);
    }

    @Override
    public List<String> keys() {
      return List.of(key());
    }
  }

  /**
   * An element string without separators that can be read in several ways.
   *
   * @param text without surrounding white space and without the scanner's symbology prefix
   * @param candidates complete packs first, at least one, at most {@link Limits#CANDIDATES}
   * @param hints what is odd
   */
  record Ambiguous(String text, List<Structured> candidates, List<Hint> hints) implements Reading {

    public Ambiguous {
      candidates = List.copyOf(candidates);
      hints = List.copyOf(hints);
    }

    /** The text itself, so that a code registered in exactly this form is found in exactly this form. */
    @Override
    public String key() {
      return OpaqueKey.of(text);
    }

    /** The keys of the candidates, in their order. */
    @Override
    public List<String> keys() {
      return candidates.stream().map(Structured::key).distinct().toList();
    }
  }
}
