package id.jejak.kfa.domain.name;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Cuts a name into words, numbers and signs, also where no blank stands between them. Pure. */
final class Scanner {
  /** Characters of a name that are read; no medicine's name is longer. */
  static final int LENGTH = 600;
  /** Letters from which a number glued to a word is none of its own: {@code b12} stays, {@code paracetamol500} not. */
  private static final int LETTERS = 4;
  private static final Pattern METAL = Pattern.compile("(?<![A-Za-z])(Na|K|Ca|Mg|Zn|Fe|Al)(?=[A-Z][a-z]{3})");

  private final Predicate<String> whole;

  /**
   * A scanner.
   *
   * @param whole true for words with digits in them that must not be cut
   */
  Scanner(Predicate<String> whole) {
    this.whole = whole;
  }

  List<Token> scan(String name) {
    var cut = name.length() > LENGTH ? name.substring(0, LENGTH) : name;
    var text = Spelling.fold(mixed(cut) ? METAL.matcher(cut).replaceAll("$1 ") : cut);
    var tokens = new ArrayList<Token>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (digit(c) || (c == '.' || c == ',') && digit(at(text, i + 1)) && !digit(at(text, i - 1))) {
        i = number(text, i, tokens);
      } else if (letter(c)) {
        i = word(text, i, tokens);
      } else {
        if ("/+%(),;:@&".indexOf(c) >= 0) {
          tokens.add(new Token(Token.Kind.SIGN, String.valueOf(c)));
        }
        i++;
      }
    }
    return tokens;
  }

  /** True when a capital stands inside a word, as where a metal is glued to its acid. */
  private static boolean mixed(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && Character.isLetter(text.charAt(i - 1))
          && Character.isLowerCase(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static int number(String text, int from, List<Token> tokens) {
    int end = from;
    while (digit(at(text, end)) || (at(text, end) == '.' || at(text, end) == ',') && digit(at(text, end + 1))) {
      end++;
    }
    tokens.add(new Token(Token.Kind.NUMBER, text.substring(from, end)));
    return end;
  }

  private int word(String text, int from, List<Token> tokens) {
    int dotted = dotted(text, from);
    if (dotted > from) {
      tokens.add(new Token(Token.Kind.WORD, text.substring(from, dotted).replace(".", "")));
      return dotted;
    }
    int letters = from;
    while (letter(at(text, letters))) {
      letters++;
    }
    int end = letters;
    while (letter(at(text, end)) || digit(at(text, end))) {
      end++;
    }
    if (end == letters) {
      tokens.add(new Token(Token.Kind.WORD, text.substring(from, end)));
      return end;
    }
    int digits = letters;
    while (digit(at(text, digits))) {
      digits++;
    }
    boolean measured = digits < end || at(text, digits) == '.' || at(text, digits) == ',';
    if (whole.test(text.substring(from, end))) {
      tokens.add(new Token(Token.Kind.WORD, text.substring(from, end)));
      return end;
    }
    int stop = letters - from < LETTERS && !measured ? digits : letters;
    tokens.add(new Token(Token.Kind.WORD, text.substring(from, stop)));
    return stop;
  }

  /** The end of letters with points between them, such as {@code i.v.}; {@code from} when there are none. */
  private static int dotted(String text, int from) {
    int i = from;
    while (letter(at(text, i)) && at(text, i + 1) == '.' && !letter(at(text, i - 1))
        && (letter(at(text, i + 2)) && !letter(at(text, i + 3)) || i > from)) {
      i += 2;
    }
    if (i == from) {
      return from;
    }
    return letter(at(text, i)) && !letter(at(text, i + 1)) ? i + 1 : i;
  }

  private static char at(String text, int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
