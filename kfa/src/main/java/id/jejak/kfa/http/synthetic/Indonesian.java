package id.jejak.kfa.http.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** International names as Indonesian writes them: Acarbose is Akarbose, Mefenamic Acid is Asam Mefenamat. Stateless. */
final class Indonesian {
  /** What is written otherwise, in this order. */
  private static final List<Rule> RULES = List.of(rule("ph", "f"), rule("th", "t"), rule("rh", "r"),
      rule("chl", "kl"), rule("chr", "kr"), rule("ch", "k"), rule("x", "ks"), rule("cc", "ks"), rule("ck", "k"),
      rule("c(?=[eiy])", "s"), rule("c", "k"), rule("qu", "ku"), rule("y(?=[^aeiou]|$)", "i"), rule("ae|oe", "e"),
      rule("([fklmnprst])\\1", "$1"), rule("(im|in|on|ol|id|at|il|as|az|am|an|en|ir|it|ok|ut|al)e\\b", "$1"));

  private Indonesian() {}

  private record Rule(Pattern from, String to) {}

  private static Rule rule(String from, String to) {
    return new Rule(Pattern.compile(from), to);
  }

  /** One substance. */
  static String name(String international) {
    var text = international.toLowerCase(Locale.ROOT);
    boolean acid = text.endsWith(" acid");
    if (acid) {
      text = text.substring(0, text.length() - " acid".length()).replaceAll("ic\\b", "at");
    }
    for (var rule : RULES) {
      text = rule.from().matcher(text).replaceAll(rule.to());
    }
    text = acid ? "asam " + text : text;
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
