package id.jejak.kfa.http.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much of each ingredient is in a medicine.
 *
 * @param amounts one for each ingredient, in their order
 * @param per mL (or g) that hold it; empty for one unit, and where amounts are shares
 * @param volumes contents that this strength comes in, besides those usual for the form
 */
record Strength(List<Amount> amounts, String per, List<String> volumes) {
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(mcg|mg|g|IU|%|mL|Lf|mm2)?");
  private static final int LONG = 5;

  /** A number with a point, and its unit. */
  record Amount(String number, String unit) {
    static Amount of(String text) {
      var read = AMOUNT.matcher(text);
      if (!read.matches()) {
        throw new IllegalArgumentException("not an amount: " + text);
      }
      return new Amount(read.group(1), read.group(2) == null ? "mg" : read.group(2));
    }

    /** As names of medicines write it. */
    String text(Manner manner) {
      boolean thousands = unit.equals("IU") && number.length() >= LONG && !number.contains(".");
      var digits = thousands ? grouped(number) : number.replace('.', manner.decimal());
      return digits + (unit.equals("%") ? "" : " ") + unit;
    }

    private static String grouped(String digits) {
      var text = new StringBuilder(digits);
      for (int i = digits.length() - 3; i > 0; i -= 3) {
        text.insert(i, '.');
      }
      return text.toString();
    }

    /** As the dictionary's ingredients have it: micrograms are {@code ug}. */
    String plain() {
      return number + " " + ucum();
    }

    String ucum() {
      return unit.equals("mcg") ? "ug" : unit;
    }
  }

  /**
   * How a name is written.
   *
   * @param decimal comma or point
   * @param spaced true for blanks around the stroke before a volume
   */
  record Manner(char decimal, boolean spaced) {
    /** The usual one. */
    static final Manner USUAL = new Manner(',', false);
  }

  /**
   * Reads what the tables have.
   *
   * @param text such as {@code 120/5}, {@code 100IU/1+3+10}, and for several ingredients {@code 125+31.25/5}
   * @param ingredients how many there are
   */
  static Strength of(String text, int ingredients) {
    var halves = text.split("/");
    var parts = new ArrayList<>(Arrays.asList(halves[0].split("\\+")));
    var rest = new ArrayList<String>();
    while (parts.size() > ingredients) {
      rest.addFirst(parts.removeLast());
    }
    if (parts.size() != ingredients) {
      throw new IllegalArgumentException(text + " is not a strength of " + ingredients + " ingredients");
    }
    var per = "";
    if (halves.length == 2) {
      var behind = halves[1].split("\\+");
      per = behind[0];
      rest.addAll(Arrays.asList(behind).subList(1, behind.length));
    }
    return new Strength(parts.stream().map(Amount::of).toList(), per, List.copyOf(rest));
  }

  /** One ingredient's strength as a name writes it: {@code 120 mg/5 mL}. */
  String text(int ingredient, Manner manner) {
    var amount = amounts.get(ingredient);
    if (per.isEmpty() || amount.unit().equals("%")) {
      return amount.text(manner);
    }
    var volume = (per.equals("1") ? "" : per.replace('.', manner.decimal()) + " ") + "mL";
    return amount.text(manner) + (manner.spaced() ? " / " : "/") + volume;
  }

  /** One ingredient's strength as the dictionary's ingredients have it: {@code 120 mg/5 mL}. */
  String plain(int ingredient) {
    var amount = amounts.get(ingredient);
    return per.isEmpty() || amount.unit().equals("%") ? amount.plain() : amount.plain() + "/" + per + " mL";
  }
}
