package id.jejak.facility.access;

import java.util.regex.Pattern;

/** By what a patient is found. Each prints masked: only {@link #reveal} shows it. */
public sealed interface Identifier {
  /** The whole identifier. Not for messages or logs. */
  String reveal();

  /** National identity number, 16 digits. */
  record Nik(String reveal) implements Identifier {
    private static final Pattern FORM = Pattern.compile("\\d{16}");

    /** Refuses anything else, without showing it. */
    public Nik {
      require(FORM, reveal, "nik must have 16 digits");
    }

    @Override
    public String toString() {
      return "Nik[***]";
    }
  }

  /** Number of a card of the health insurance, 11 to 13 digits. */
  record Card(String reveal) implements Identifier {
    private static final Pattern FORM = Pattern.compile("\\d{11,13}");

    /** Refuses anything else, without showing it. */
    public Card {
      require(FORM, reveal, "card must have 11 to 13 digits");
    }

    @Override
    public String toString() {
      return "Card[***]";
    }
  }

  /** Number of a patient on the SATUSEHAT platform, such as {@code P02029542843}. */
  record Ihs(String reveal) implements Identifier {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,30}");

    /** Whether a text may be such a number. */
    public static boolean fits(String text) {
      return FORM.matcher(text).matches();
    }

    /** Refuses anything else, without showing it. */
    public Ihs {
      require(FORM, reveal, "ihs must have 1 to 30 letters and digits");
    }

    @Override
    public String toString() {
      return "Ihs[***]";
    }
  }

  private static void require(Pattern form, String value, String otherwise) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
