package id.jejak.verify.tidy;

import id.jejak.verify.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sizes beside their aims. Reported, not enforced: a number may be exceeded by whoever has thought twice. */
final class SizeReport {
  private static final int LINE = 110;
  private static final int METHOD = 60;
  private static final int FILE = 150;
  private static final int FILE_THINK_AGAIN = 400;
  private static final int TEST_FILE = 500;
  private static final int PACKAGE = 25;
  private static final int CONSTRUCTOR = 6;

  private SizeReport() {}

  /** The report as Markdown. */
  static String of(Repository repository) {
    var sources = new TreeMap<String, String>();
    repository.files(".java").forEach(file -> sources.put(repository.name(file), Repository.text(file)));
    var shape = JavaShape.of(sources);
    var sizes = sources.entrySet().stream().filter(file -> isMain(file.getKey()))
        .map(file -> (int) file.getValue().lines().count()).sorted().toList();
    var report = new StringBuilder("# Sizes beside their aims\n\n");
    report.append("Main code: ").append(sizes.size()).append(" files, ")
        .append(sizes.stream().mapToInt(Integer::intValue).sum()).append(" lines, median ")
        .append(part(sizes, 50))
        .append(", p90 ").append(part(sizes, 90)).append(", longest ").append(part(sizes, 100)).append(".\n");
    section(report, "Main files over " + FILE + " lines (think again at " + FILE_THINK_AGAIN + ")",
        over(sources, true, FILE));
    section(report, "Test files over " + TEST_FILE + " lines", over(sources, false, TEST_FILE));
    section(report, "Lines over " + LINE + " characters", longLines(sources));
    section(report, "Methods over " + METHOD + " lines", shape.methods().stream()
        .filter(method -> method.lines() > METHOD)
        .map(method -> method.file() + ":" + method.line() + " " + method.name() + " " + method.lines())
        .toList());
    section(report, "Constructors with over " + CONSTRUCTOR + " parameters", shape.methods().stream()
        .filter(method -> method.constructor() && method.parameters() > CONSTRUCTOR && isMain(method.file()))
        .map(method -> method.file() + ":" + method.line() + " " + method.parameters()).toList());
    section(report, "Packages over " + PACKAGE + " files", packages(sources));
    return report.toString();
  }

  private static List<String> over(Map<String, String> sources, boolean main, int aim) {
    return sources.entrySet().stream().filter(file -> isMain(file.getKey()) == main)
        .filter(file -> file.getValue().lines().count() > aim)
        .map(file -> file.getKey() + " " + file.getValue().lines().count()).toList();
  }

  private static List<String> longLines(Map<String, String> sources) {
    var found = new ArrayList<String>();
    sources.forEach((file, text) -> {
      var lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).length() > LINE) {
          found.add(file + ":" + (i + 1) + " " + lines.get(i).length());
        }
      }
    });
    return found;
  }

  private static List<String> packages(Map<String, String> sources) {
    return sources.keySet().stream()
        .collect(Collectors.groupingBy(file -> Path.of(file).getParent().toString(), TreeMap::new,
        Collectors.counting()))
        .entrySet().stream().filter(folder -> folder.getValue() > PACKAGE)
        .map(folder -> folder.getKey() + " " + folder.getValue()).toList();
  }

  private static void section(StringBuilder report, String title, List<String> found) {
    report.append("\n## ").append(title).append(": ").append(found.isEmpty() ? "none" : found.size())
        .append("\n\n");
    found.forEach(line -> report.append("- ").append(line).append('\n'));
  }

  private static int part(List<Integer> sorted, int percent) {
    return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static boolean isMain(String file) {
    return file.contains("src/main/");
  }
}
