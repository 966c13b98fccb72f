package id.jejak.satusehat.http.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Finding;
import id.jejak.satusehat.contract.Finding.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the official samples break. The real server took all of them, so no shape may be refused; what is known to break
 * the document is found. The recordings are not part of this project; {@code -Dsatusehat.data} names their folder.
 */
@EnabledIfSystemProperty(named = "satusehat.data", matches = ".+")
class RecordedTest {
  /** What they are known to break; any other finding would be a false one. 10406 and 10407: an example of 2012. */
  private static final Set<String> KNOWN = new TreeSet<>(Set.of("10327", "10406", "10407", "PK-02",
      "PK-06", "PK-19", "PK-20", "PK-21"));

  private final Path data = Path.of(System.getProperty("satusehat.data", ""));

  @Test
  void noShapeIsRefused() throws IOException {
    var refused = new ArrayList<String>();
    var told = new StringBuilder();
    var rules = new TreeSet<String>();
    for (var folder : List.of("kefarmasian", "variasi-obat", "fhir-resource-examples")) {
      try (var files = Files.list(data.resolve(folder))) {
        for (var file : files.sorted().filter(one -> one.toString().contains(".request")
            || one.toString().contains(".sent") || folder.startsWith("fhir")).toList()) {
          for (var one : found(file)) {
            rules.add(one.rule());
            told.append(String.join(" ", file.getFileName().toString(), one.weight().name(), one.rule(), one.path(),
                one.received(), one.expected())).append('\n');
            if (one.weight() == Weight.REFUSED) {
              refused.add(file.getFileName() + " " + one);
            }
          }
        }
      }
    }
    Files.writeString(Path.of("target", "recorded-findings.txt"), told);
    assertEquals(List.of(), refused);
    assertEquals(KNOWN, rules, told::toString);
  }

  /** The list of the facts: official samples that break the official rules. */
  @Test
  void whatIsKnownToBreakIsFound() throws IOException {
    assertTrue(rules("kefarmasian", "044-").contains("PK-02"), "a dispense with a 92 code");
    assertTrue(rules("variasi-obat", "013-").isEmpty() || !rules("variasi-obat", "012-").contains("PK-09"));
    assertTrue(rules("kefarmasian", "045-").contains("PK-21"), "a substitution that nobody answers for");
  }

  private List<String> rules(String folder, String head) throws IOException {
    try (var files = Files.list(data.resolve(folder))) {
      var file = files.sorted().filter(one -> one.getFileName().toString().startsWith(head)
          && one.toString().contains("request.json")).findFirst().orElseThrow();
      return found(file).stream().map(Finding::rule).toList();
    }
  }

  private static List<Finding> found(Path file) throws IOException {
    var text = Files.readString(file).replaceAll("\\{\\{Org_id}}", "10000005").replaceAll("\\{\\{[^}]*}}", "x1");
    if (!(Json.read(text) instanceof ObjectNode resource) || !resource.has("resourceType")) {
      return List.of();
    }
    var resources = resource.path("resourceType").asString().equals("Bundle")
        ? resource.path("entry").values().stream().map(entry -> entry.path("resource")) : Stream.of(resource);
    return resources.flatMap(one -> Broken.RULES.of(one.path("resourceType").asString(), (ObjectNode) one, "10000005")
        .stream()).toList();
  }
}
