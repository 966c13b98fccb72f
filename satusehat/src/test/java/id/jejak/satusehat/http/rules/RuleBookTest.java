package id.jejak.satusehat.http.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.satusehat.contract.PharmacyRule;
import id.jejak.satusehat.http.rules.RuleBook.Kind;
import id.jejak.satusehat.http.rules.RuleBook.Row;
import id.jejak.satusehat.http.structure.Elements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dictionary's table is about elements that FHIR has, each row can be broken, and the docs say what it says. */
class RuleBookTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "satusehat", "rules.md");

  static List<Row> looked() {
    return RuleBook.DICTIONARY.rows().stream().filter(row -> switch (row.kind()) {
      case SYSTEM, PRESENT, TARGET, IDENTIFIER, FORMAT, VALUE, BINDING, TYPE -> true;
      case NUMBER, SAME, CODE, SERVER, TERMINOLOGY, VAGUE, OPEN -> false;
    }).toList();
  }

  @Test
  void everyNumberStandsOnceAndInOrder() {
    var numbers = RuleBook.DICTIONARY.rows().stream().map(row -> Integer.parseInt(row.number())).toList();
    assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
    assertTrue(numbers.size() >= 558, "only " + numbers.size());
  }

  @ParameterizedTest
  @MethodSource("looked")
  void aRowIsAboutAnElementOfFhirAndCanBeBroken(Row row) {
    var type = Elements.type(row.path());
    assertTrue(type.isPresent(), row + ": FHIR R4 has no such element");
    var resource = row.kind() == Kind.PRESENT ? "{\"resourceType\":\"" + row.type() + "\"}"
        : Elements.resource(row.path(), switch (row.kind()) {
      case SYSTEM -> system(type.get());
      case TARGET -> reference(row.allowed().contains(RuleBook.ANY) ? "Ruang" : "Schedule");
      case IDENTIFIER -> "{\"system\":\"http://example.org\",\"value\":\"1\"}";
      case FORMAT -> switch (row.allowed().iterator().next()) {
        case "date" -> "\"2026-11\"";
        case "offset" -> "\"2026-11-20\"";
        default -> "\"2026-11-20T01:00:00+07:00\"";
      };
      case BINDING, VALUE -> "\"jejak-salah\"";
      case TYPE -> switch (type.get()) {
        case "string", "markdown" -> "1";
        case "boolean" -> "\"x\"";
        default -> "\"7\"";
      };
      case PRESENT, NUMBER, SAME, CODE, SERVER, TERMINOLOGY, VAGUE, OPEN -> "null";
    });
    boolean time = row.allowed().contains("time");
    assertTrue(time || Broken.of(resource).stream().anyMatch(line -> line.startsWith(row.number() + " ")
        || sameElement(row, line)), row + " is not broken by " + resource + ": " + Broken.of(resource));
  }

  @ParameterizedTest
  @MethodSource("looked")
  void aRowThatIsKeptIsNotTold(Row row) {
    var first = row.allowed().stream().findFirst().orElse("").replace(RuleBook.ANY, "");
    var type = Elements.type(row.path()).orElseThrow();
    var value = switch (row.kind()) {
      case SYSTEM -> type.equals("canonical") ? "\"" + first + "x\""
          : system(type).replace("http://example.org", first).replace("\"x\"", "\"" + first + "\"");
      case PRESENT, TARGET -> switch (type) {
        case "Reference" -> reference(first.isEmpty() ? "Schedule" : first);
        case "boolean" -> "true";
        case "string" -> "\"x\"";
        default -> "{\"id\":\"x\"}";
      };
      case IDENTIFIER -> "{\"system\":\"http://sys-ids.kemkes.go.id/" + first + "/10000005\",\"value\":\"1\"}";
      case FORMAT -> row.allowed().contains("date") ? "\"2026-11-20\"" : "\"2026-11-20T01:00:00+00:00\"";
      case VALUE -> "\"" + first + "\"";
      case BINDING, TYPE, NUMBER, SAME, CODE, SERVER, TERMINOLOGY, VAGUE, OPEN -> "";
    };
    if (!value.isEmpty()) {
      assertEquals(List.of(), Broken.of(Elements.resource(row.path(), value), row.number()), row.toString());
    }
  }

  /** What is told under another number names one that is looked at. */
  @Test
  void theSameSentenceIsToldOnce() {
    var rows = RuleBook.DICTIONARY.rows();
    for (var row : rows.stream().filter(one -> one.kind() == Kind.SAME).toList()) {
      assertTrue(rows.stream().anyMatch(one -> row.allowed().equals(java.util.Set.of(one.number()))
          && one.kind().done() && one.kind() != Kind.SAME), row.toString());
    }
  }

  /** Who reads the page sees why. */
  @Test
  void whatIsNotLookedAtHasAReasonOfItsOwn() {
    assertEquals(List.of(), RuleBook.DICTIONARY.rows().stream()
        .filter(row -> !row.kind().done() && row.note().isEmpty()).toList());
  }

  private static String reference(String type) {
    return "{\"reference\":\"" + (type.isEmpty() ? "Schedule" : type) + "/1\"}";
  }

  /** Two numbers may be about one element. */
  private static boolean sameElement(Row row, String line) {
    var path = line.split(" ")[1].replaceAll("\\[\\d+]", "");
    return (row.kind() == Kind.BINDING || row.kind() == Kind.TYPE) && path.startsWith(row.path());
  }

  private static String system(String type) {
    return switch (type) {
      case "CodeableConcept" -> "{\"coding\":[{\"system\":\"http://example.org\",\"code\":\"x\"}]}";
      case "Reference" -> "{\"reference\":\"x\"}";
      case "canonical" -> "\"http://example.org\"";
      default -> "{\"system\":\"http://example.org\",\"value\":1,\"code\":\"x\"}";
    };
  }

  /** The page is written anew when it is stale, and the test fails. */
  @Test
  void thePageOfRulesIsFresh() throws IOException {
    var is = page();
    var was = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!was.equals(is)) {
      Files.writeString(PAGE, is);
    }
    assertEquals(was, is, PAGE + " was stale and is written anew");
  }

  private static String page() {
    var rows = RuleBook.DICTIONARY.rows();
    long done = rows.stream().filter(row -> row.kind().done()).count();
    return "# Rules that explain mode and strict mode look at\n\n<!-- Generated by RuleBookTest of the same tables that"
        + " the rules are looked at with; do not edit. -->\n\n"
        + "Asked for with `Prefer: explain`, `Prefer: strict`, `satusehat.strict` or `POST /{type}/$validate`"
        + " (decisions 0401 to 0404).\n\n## The pharmacy document\n\n| rule | section | what must hold | state |\n"
        + "|---|---|---|---|\n" + Stream.of(PharmacyRule.values()).map(rule -> "| " + rule.number() + " | "
            + rule.section() + " | " + rule.statement() + " | implemented |\n").collect(Collectors.joining())
        + "\n## The rule dictionary\n\n" + done + " of " + rows.size() + " numbers are looked at.\n\n"
        + "| number | element | looked at for | allowed | state |\n|---|---|---|---|---|\n"
        + rows.stream().map(row -> "| " + row.number() + " | " + (row.path().isEmpty() ? "-" : "`" + row.path() + "`")
            + " | " + row.kind().name().toLowerCase(Locale.ROOT) + " | "
            + String.join("<br>", row.allowed()) + " | " + state(row) + " |\n").collect(Collectors.joining());
  }

  private static String state(Row row) {
    var note = row.note();
    return switch (row.kind()) {
      case SYSTEM, PRESENT, TARGET, IDENTIFIER, FORMAT, VALUE, CODE -> with("implemented", note);
      case SAME -> with("implemented: told as " + String.join(", ", row.allowed()), note);
      case BINDING, TYPE, NUMBER -> with("implemented: always refused, by the shape", note);
      case SERVER -> with("implemented: always, by the server", note);
      case TERMINOLOGY, VAGUE, OPEN -> "not: " + note;
    };
  }

  private static String with(String state, String note) {
    return note.isEmpty() ? state : state + " (" + note + ")";
  }
}
