package id.jejak.ttac.contract.barcode;

import java.util.Optional;

/**
 * A marketing authorisation number (nomor izin edar, NIE) taken apart, as far as its family is known.
 *
 * <p>For showing and for hints; never for refusing, see {@link NieFamily}. Sources: the Perl module
 * Business::ID::POM; the drug form checked against numbers of the KFA document, whose dosage forms agree.
 */
public sealed interface Nie {

  /** The number without spaces. */
  String text();

  /**
   * A drug: {@code [DG][BTKPN][LIEX]}, year, company, product, dosage form, strength letter, packaging digit.
   *
   * @param text the number without spaces
   * @param naming trade name or generic
   * @param schedule how freely it may be sold
   * @param origin where it is made, or for whom
   * @param year of registration, four digits; 78 and above are of the last century
   * @param company the registering company, three digits
   * @param product of that company, three digits
   * @param formCode dosage form, two digits
   * @param strength serial letter of the strength
   * @param packaging serial digit of the packaging
   */
  record Drug(
      String text, Naming naming, Schedule schedule, Origin origin, int year, String company, String product,
      String formCode, char strength, int packaging) implements Nie {

    /** The dosage form, when its code is in the published list. */
    public Optional<DosageForm> form() {
      return DosageForm.of(formCode);
    }
  }

  /**
   * A traditional medicine: letters, year, company type, form, serial, volume.
   *
   * @param text the number without spaces
   * @param letters TR local, TI import, TL licence; with B in front in some numbers
   * @param year of registration, four digits
   * @param companyType 1 pharmaceutical factory, 2 jamu factory, 3 jamu company
   * @param form 1 chopped, 2 powder, 3 capsule, 4 pill or tablet, 5 dodol, 6 liquid, 7 salve, 8 plaster, 9
   *     other
   * @param serial four digits
   * @param volume packaging volume, one digit
   */
  record Traditional(
      String text, String letters, int year, int companyType, int form, String serial, int volume)
      implements Nie {}

  /**
   * A cosmetic: continent letter, country, year, group, notification.
   *
   * @param text the number without spaces
   * @param continent A Asia with Indonesia, B Australia, C Europe, D Africa, E America
   * @param country two digits
   * @param year of notification, four digits
   * @param group product group, two digits
   * @param notification five digits
   */
  record Cosmetic(
      String text, char continent, String country, int year, String group, String notification)
      implements Nie {}

  /**
   * A number whose family is known and whose digits are not taken apart further.
   *
   * @param text the number without spaces
   * @param family what it authorises
   * @param letters in front of the digits
   * @param digits behind the letters
   */
  record Numbered(String text, NieFamily family, String letters, String digits) implements Nie {}

  /**
   * A number of no known form, which may well be valid.
   *
   * @param text the number without spaces
   */
  record Unrecognised(String text) implements Nie {

    /** What to tell whoever typed it. */
    public Hint hint() {
      return NieFamily.recognises(Ascii.upper(text)) ? Hint.LOWER_CASED : Hint.NIE_UNUSUAL;
    }
  }

  /** First letter of a drug. */
  enum Naming { TRADE_NAME, GENERIC }

  /** Second letter of a drug: bebas, bebas terbatas, keras, psikotropika, narkotika. */
  enum Schedule { FREE, LIMITED, PRESCRIPTION, PSYCHOTROPIC, NARCOTIC }

  /** Third letter of a drug: local or under licence, import, export, special programme. */
  enum Origin { LOCAL, IMPORT, EXPORT, SPECIAL }

  /** Takes a number apart; spaces do not count. */
  static Nie parse(String given) {
    var text = given.replace(" ", "").strip();
    var family = NieFamily.of(text);
    if (family == null) {
      return new Unrecognised(text);
    }
    return switch (family) {
      case DRUG -> new Drug(text,
          Naming.values()["DG".indexOf(text.charAt(0))],
          Schedule.values()["BTKPN".indexOf(text.charAt(1))],
          Origin.values()["LIEX".indexOf(text.charAt(2))],
          year(text, 3), text.substring(5, 8), text.substring(8, 11), text.substring(11, 13),
          text.charAt(13), digit(text, 14));
      case TRADITIONAL -> {
        var at = text.length() - 9;
        yield new Traditional(text, text.substring(0, at), year(text, at), digit(text, at + 2),
            digit(text, at + 3), text.substring(at + 4, at + 8), digit(text, at + 8));
      }
      case COSMETIC -> new Cosmetic(text, text.charAt(1), text.substring(2, 4), year(text, 4),
          text.substring(6, 8), text.substring(8));
      case FITOFARMAKA, STANDARDISED_HERBAL, SUPPLEMENT, QUASI_DRUG, PROCESSED_FOOD, DEVICE -> {
        var letters = String.valueOf(family.prefixOf(text));
        yield new Numbered(text, family, letters, text.substring(letters.length()));
      }
    };
  }

  private static int year(String text, int at) {
    var two = digit(text, at) * 10 + digit(text, at + 1);
    return two >= 78 ? 1900 + two : 2000 + two;
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }
}
