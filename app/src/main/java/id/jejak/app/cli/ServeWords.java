package id.jejak.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the words of {@code serve} when they are plain: each option known, given once, with a value. Whatever else is
 * typed, {@code --help} and mistakes too, is left to picocli, whose classes are of a format that no start-up cache takes:
 * loading them was a quarter of a start.
 */
final class ServeWords {
  /** Options of {@link ServeCommand} and {@link DataOptions} with one value; a test holds them against those. */
  static final Set<String> ONCE = Set.of("--port", "--host", "--only", "--world", "--data", "--database-url",
      "--database-password-file", "--config");
  /** May stand more than once, with {@code KEY=VALUE}. */
  static final String SET = "--set";

  private ServeWords() {}

  /** What was asked for; empty when picocli must read it. */
  static Optional<Serving.Wish> read(List<String> words) {
    var said = new HashMap<String, String>();
    var set = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      int equals = word.indexOf('=');
      var name = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 && ++i == words.size()) {
        return Optional.empty();
      }
      var value = equals < 0 ? words.get(i) : word.substring(equals + 1);
      if (!plain(value) || !(name.equals(SET) ? value.indexOf('=') > 0 && set.add(value)
          : ONCE.contains(name) && said.put(name, value) == null)) {
        return Optional.empty();
      }
    }
    var port = said.getOrDefault("--port", "8080");
    return port.matches("\\d{1,5}") ? Optional.of(wish(Integer.parseInt(port), said, set)) : Optional.empty();
  }

  /** Nothing that picocli would take for another option, a file of words, or something quoted. */
  private static boolean plain(String value) {
    return !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
  }

  private static Serving.Wish wish(int port, Map<String, String> said, List<String> set) {
    var data = new DataOptions();
    data.data = Path.of(said.getOrDefault("--data", "data"));
    data.databaseUrl = said.get("--database-url");
    data.passwordFile = Optional.ofNullable(said.get("--database-password-file")).map(Path::of).orElse(null);
    data.config = Optional.ofNullable(said.get("--config")).map(Path::of).orElse(null);
    for (var one : set) {
      int equals = one.indexOf('=');
      data.set.put(one.substring(0, equals), one.substring(equals + 1));
    }
    return new Serving.Wish(port, said.getOrDefault("--host", "127.0.0.1"), said.get("--only"), said.get("--world"), data);
  }
}
