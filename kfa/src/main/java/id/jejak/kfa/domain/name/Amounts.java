package id.jejak.kfa.domain.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads amounts out of a name's tokens: {@code 0,5 mg}, {@code 125 mg / 5 ml}, {@code 400/80 mg}, {@code 2,4 juta
 * UI}.
 */
final class Amounts {
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;
  /** Digits of a number that are read: what is longer is a code. */
  private static final int DIGITS = 15;
  private static final Pattern GROUPS = Pattern.compile("[1-9][0-9]{0,2}([.,][0-9]{3})+");

  private final List<Token> tokens;

  Amounts(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * An amount, or several with slashes between them.
   *
   * @param end the token after it
   */
  record Found(List<Strength> values, int end) {}

  /** Reads what starts with the number at {@code from}. */
  Found at(int from) {
    var numbers = new ArrayList<Integer>();
    numbers.add(from);
    int i = from + 1;
    while (numbers.size() < 4 && sign(i, '/') && number(i + 1)) {
      numbers.add(i + 1);
      i += 2;
    }
    double times = 1;
    if (word(i).equals("juta") || word(i).equals("jt") || word(i).equals("million")) {
      times = MILLION;
      i++;
    } else if (word(i).equals("ribu") || word(i).equals("rb")) {
      times = THOUSAND;
      i++;
    }
    var unit = unit(i);
    if (unit.isEmpty()) {
      var plain = new ArrayList<Strength>();
      for (int at : numbers) {
        plain.add(Strength.of(value(at, Unit.NONE) * times, times > 1 ? Unit.INTERNATIONAL : Unit.NONE));
      }
      return new Found(plain, i);
    }
    i++;
    double per = 0;
    var perUnit = Unit.NONE;
    if (unit.get().ofStrength() && (sign(i, '/') || word(i).equals("per") || word(i).equals("dalam"))) {
      int at = i + 1;
      boolean counted = number(at);
      var other = unit(counted ? at + 1 : at);
      double quantity = counted ? value(at, other.orElse(Unit.NONE)) : 1;
      if (other.isPresent() && isPer(unit.get(), other.get(), quantity)) {
        per = quantity;
        perUnit = other.get();
        i = counted ? at + 2 : at + 1;
      }
    }
    var values = new ArrayList<Strength>();
    for (int at : numbers) {
      values.add(new Strength(value(at, unit.get()) * times, unit.get(), per, perUnit));
    }
    return new Found(values, i);
  }

  /** A mass behind a slash is the next ingredient, unless it is one gram of an ointment. */
  private static boolean isPer(Unit of, Unit other, double quantity) {
    return quantity > 0 && switch (other.kind()) {
      case VOLUME, COUNT, TIME -> true;
      case MASS -> of != Unit.GRAM && other == Unit.GRAM && quantity == 1;
      case ACTIVITY, SHARE, CHARGE, SUBSTANCE, FLOCCULATION, NONE -> false;
    };
  }

  private Optional<Unit> unit(int i) {
    if (i >= tokens.size() || tokens.get(i).number()) {
      return Optional.empty();
    }
    return Unit.of(tokens.get(i).text());
  }

  private double value(int i, Unit unit) {
    return value(tokens.get(i).text(), unit);
  }

  /**
   * The number that a text means. Groups of three digits behind a point or a comma are thousands where that is likely:
   * {@code 100.000 IU} is one hundred thousand, {@code 0,125 mg} an eighth.
   */
  static double value(String text, Unit unit) {
    if (text.length() > DIGITS) {
      return 0;
    }
    int comma = text.lastIndexOf(',');
    int point = text.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      char decimal = comma > point ? ',' : '.';
      return parse(text.replace(decimal == ',' ? "." : ",", "").replace(',', '.'));
    }
    if (comma < 0 && point < 0) {
      return parse(text);
    }
    boolean groups = GROUPS.matcher(text).matches();
    boolean several = text.chars().filter(c -> c == '.' || c == ',').count() > 1;
    boolean thousands = groups && (several || switch (unit) {
      case INTERNATIONAL, MICROGRAM, NONE -> true;
      case MILLIGRAM -> text.endsWith("000") || text.endsWith("500");
      case GRAM, KILOGRAM, PERCENT, MILLIEQUIVALENT, MILLIMOLE, FLOCCULATION, MILLILITRE, LITRE, DOSE, HOUR -> false;
    });
    return thousands ? parse(text.replace(".", "").replace(",", ""))
        : parse(several ? text.replace(".", "").replace(",", "") : text.replace(',', '.'));
  }

  private static double parse(String digits) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) { // two points without digits between: no number after all
      return 0;
    }
  }

  private boolean number(int i) {
    return i < tokens.size() && tokens.get(i).number();
  }

  private boolean sign(int i, char wanted) {
    return i < tokens.size() && tokens.get(i).sign(wanted);
  }

  private String word(int i) {
    return i < tokens.size() && tokens.get(i).word() ? tokens.get(i).text() : "";
  }
}
