package id.jejak.verify.tidy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Something main code does not say, and what it says instead.
 *
 * @param view the part of a source that is looked at
 * @param pattern what is not said
 * @param instead advice, shown to whoever said it
 * @param except parts of paths where it is right, each for the reason given beside it in {@link Bans}
 */
record Ban(UnaryOperator<String> view, Pattern pattern, String instead, List<String> except) {
  static Ban code(String pattern, String instead, String... except) {
    return new Ban(JavaText::code, Pattern.compile(pattern), instead, List.of(except));
  }

  static Ban statement(String pattern, String instead, String... except) {
    return new Ban(JavaText::withoutComments, Pattern.compile(pattern), instead, List.of(except));
  }

  static Ban anywhere(String pattern, String instead, String... except) {
    return new Ban(UnaryOperator.identity(), Pattern.compile(pattern), instead, List.of(except));
  }

  /** Each place where a source says it: file, line, what, and what to say instead. */
  List<String> broken(String file, String source) {
    return broken(file, source, view);
  }

  /** The same of many bans, each of whose views is made once. */
  static List<String> broken(List<Ban> all, String file, String source) {
    var views = new IdentityHashMap<UnaryOperator<String>, String>();
    return all.stream().flatMap(ban -> ban.broken(file, source,
        _ -> views.computeIfAbsent(ban.view, view -> view.apply(source))).stream()).toList();
  }

  private List<String> broken(String file, String source, UnaryOperator<String> view) {
    var found = new ArrayList<String>();
    if (except.stream().noneMatch(file::contains)) {
      pattern.matcher(view.apply(source)).results().forEach(hit -> found.add(file + ":"
          + JavaText.line(source, hit.start()) + ": " + hit.group().strip() + " is not said here: "
          + instead));
    }
    return found;
  }
}
