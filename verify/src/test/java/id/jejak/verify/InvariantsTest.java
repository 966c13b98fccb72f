package id.jejak.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** INVARIANTS.md promises only what some test keeps. */
class InvariantsTest {
  private static final Repository HOUSE = Repository.here();
  private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]+)\\|([^|]+)\\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Laws))`");

  private static List<String[]> rows() {
    return ROW.matcher(Repository.text(HOUSE.root().resolve("INVARIANTS.md"))).results()
        .map(row -> new String[] {row.group(1).strip(), row.group(2).strip()})
        .filter(row -> !row[0].startsWith("---") && !row[0].equals("rule")).toList();
  }

  @Test
  void everyRuleHasAKeeper() {
    assertTrue(rows().size() > 15, "rows: " + rows().size());
    assertEquals(List.of(), rows().stream().filter(row -> !TEST.matcher(row[1]).find()
        && !row[1].contains("human review")).map(row -> row[0]).toList());
  }

  @Test
  void everyNamedTestExists() {
    var there = HOUSE.files(".java").stream().filter(file -> file.toString().contains("src/test/java"))
        .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
    var named = rows().stream().flatMap(row -> TEST.matcher(row[1]).results().map(name -> name.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(there);
    assertEquals(new TreeSet<String>(), named);
  }
}
