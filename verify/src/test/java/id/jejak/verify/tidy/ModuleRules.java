package id.jejak.verify.tidy;

import id.jejak.verify.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules over texts that are not about single words: poms, the kernel, SQL, migrations. Each says what it
 * found.
 */
final class ModuleRules {
  /** Schemas of the plan, each named as its module. */
  private static final Set<String> SCHEMAS = Set.of("ttac", "gateway", "kfa", "satusehat", "antrean", "delivery",
      "facility", "queue", "access");
  /** Modules with more than the schema of their name. */
  private static final Map<String, Set<String>> OWN = Map.of("facility", Set.of("facility", "queue", "access"));
  private static final Pattern NATIONAL = Pattern.compile("(?i)ttac|kfa|bpjs|satusehat|antrean|bpom|kemenkes|eresep"
      + "|vclaim|\\bjkn|\\bnik\\b|\\bnie\\b|\\bnoka\\b|\\bsarana|\\bfaskes|\\bapotek");
  private static final Pattern SCHEMA_USED = Pattern.compile("(?i)\\b(?:from|join|into|update|table|references|truncate"
      + "|on|schema|index)\\s+(?:only\\s+|if\\s+(?:not\\s+)?exists\\s+)*(\\w+)(?:\\.\\w+|\\s*;)");
  private static final Pattern MIGRATIONS = Pattern.compile(
      "new Migrations\\(\\s*(\"?[\\w.]+\"?)\\s*,\\s*(\"?[\\w./]+\"?)\\s*,\\s*(\"?\\w+\"?)\\s*\\)");
  private static final Pattern SCRIPT = Pattern.compile("V(\\d{12})__[a-z0-9_]+\\.sql");

  private ModuleRules() {}

  /** Versions written in a pom that is not the root's; the parent's own has to be there. */
  static List<String> versions(String file, String pom) {
    return Pattern.compile("<version>[^<]*</version>").matcher(pom.replaceAll("(?s)<parent>.*?</parent>", ""))
        .results().map(hit -> file + ": " + hit.group() + ": versions stand in the root pom only").toList();
  }

  /** Words of a national system in the kernel. */
  static List<String> nationalWords(String file, String source) {
    return NATIONAL.matcher(source).results().map(hit -> file + ":" + JavaText.line(source, hit.start())
        + ": "
        + hit.group() + ": the kernel knows no national word; what needs one belongs to a system").toList();
  }

  /** Lines that hold code: neither blank nor comment. */
  static int codeLines(String source) {
    return (int) JavaText.withoutComments(source).lines().filter(line -> !line.isBlank()).count();
  }

  /**
   * SQL that names another module's schema; {@code sql} is a script, or a Java source whose strings are
   * looked at.
   */
  static List<String> foreignSchemas(String module, String file, String sql) {
    return SCHEMA_USED.matcher(sql).results()
        .filter(hit -> SCHEMAS.contains(hit.group(1)) && !OWN.getOrDefault(module, Set.of(module)).contains(hit.group(1)))
        .map(hit -> file + ":" + JavaText.line(sql, hit.start()) + ": " + hit.group().strip()
            + ": a module's SQL names its own schema only; ask the other module").toList();
  }

  /**
   * Migrations of a module whose latest version is not that of the newest script, and scripts nobody applies.
   */
  static List<String> migrations(Repository repository, Path module) {
    var found = new ArrayList<String>();
    var resources = module.resolve("src/main/resources");
    var applied = new ArrayList<Path>();
    for (var file : Repository.below(module.resolve("src/main/java"), ".java")) {
      var source = Repository.text(file);
      MIGRATIONS.matcher(JavaText.withoutComments(source)).results().forEach(hit -> {
        var folder = resources.resolve(constant(source, hit.group(2)));
        var latest = constant(source, hit.group(3));
        var newest = newest(folder);
        applied.add(folder);
        if (!newest.equals(Optional.of(latest))) {
          found.add(repository.name(file) + ": says " + latest + " is the latest, but the newest script in "
              + repository.name(folder) + " is " + newest.orElse("missing"));
        }
      });
    }
    for (var script : Repository.below(resources, ".sql")) {
      if (!SCRIPT.matcher(script.getFileName().toString()).matches()) {
        found.add(repository.name(script) + ": scripts are named VyyyyMMddHHmm__purpose.sql");
      } else if (!applied.contains(script.getParent())) {
        found.add(repository.name(script) + ": no Migrations applies this folder");
      }
    }
    return found;
  }

  private static Optional<String> newest(Path folder) {
    return !Files.isDirectory(folder) ? Optional.empty() : Repository.below(folder, ".sql").stream()
        .map(script -> SCRIPT.matcher(script.getFileName().toString()))
        .filter(java.util.regex.Matcher::matches).map(name -> name.group(1)).max(String::compareTo);
  }

  /** A literal, or the literal a constant of the same source was given. */
  private static String constant(String source, String word) {
    if (word.startsWith("\"")) {
      return word.substring(1, word.length() - 1);
    }
    var given = Pattern.compile("\\b" + Pattern.quote(word) + "\\s*=\\s*\"([^\"]*)\"").matcher(source);
    return given.find() ? given.group(1) : word;
  }
}
