package id.jejak.satusehat.http.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.satusehat.domain.rule.Timing;
import id.jejak.satusehat.domain.rule.TimingTables;
import id.jejak.satusehat.domain.rule.TimingTables.Coded;
import id.jejak.satusehat.domain.rule.TimingTables.Example;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gambar 6 and Gambar 7 of the document, row by row. */
class DosageRulesTest {
  static List<Example> examples() {
    return TimingTables.EXAMPLES;
  }

  static List<Coded> codes() {
    return TimingTables.CODES;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsReadBackAsItself(Example row) {
    var json = json(row.repeat());
    assertEquals(row.repeat(), DosageRules.read(Json.read(json)));
    assertEquals(row.description(), TimingTables.description(row.repeat()).orElseThrow());
    // The document writes this start without a zone, which FHIR does not take; it is a matter of the shape.
    var found = Broken.of(request("{\"repeat\":" + json + "}"), "PK-13");
    assertEquals(List.of(), found, json);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aCodeTakesItsRepeatAndNoOther(Coded row) {
    for (var repeat : row.repeats()) {
      assertEquals(List.of(), coded(row.code(), json(repeat)), row.toString());
    }
    assertEquals(1, coded(row.code(), "{\"frequency\":7,\"period\":3,\"periodUnit\":\"wk\"}").size());
    assertEquals(1, coded(row.code(), "{}").size());
    for (var other : codes()) {
      boolean same = other.repeats().stream().anyMatch(repeat -> row.repeats().stream().anyMatch(repeat::sameRhythm));
      assertEquals(same, coded(row.code(), json(other.repeats().getFirst())).isEmpty(), row.code() + " "
          + other.code());
    }
  }

  @Test
  void bothTablesAreWhole() {
    assertEquals(17, TimingTables.EXAMPLES.size());
    assertEquals(List.of("QOD", "QD", "BID", "TID", "QID", "Q4H", "Q6H", "AM", "PM"),
        TimingTables.CODES.stream().map(Coded::code).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "QD ; {\"frequency\":1,\"period\":24,\"periodUnit\":\"h\"}",
      "QD ; {\"period\":1.0,\"periodUnit\":\"d\"}",
      "Q4H ; {\"frequency\":1,\"period\":4,\"periodUnit\":\"h\",\"boundsDuration\":{\"value\":3,\"code\":\"d\"}}"})
  void theSameRhythmInOtherWordsIsEquivalent(String code, String repeat) {
    assertEquals(List.of(), coded(code, repeat));
  }

  @Test
  void aCodeThatTheTableDoesNotHaveIsOnlyTold() {
    var json = request("{\"code\":{\"coding\":[{\"system\":\"x\",\"code\":\"BED\"}]}}");
    assertEquals(1, Broken.of(json, "PK-14").size());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "{\"frequency\":1,\"period\":8} ; repeat.periodUnit",
      "{\"duration\":1} ; repeat.durationUnit",
      "{\"periodMax\":6} ; repeat.period ",
      "{\"frequency\":4,\"frequencyMax\":3} ; repeat.frequencyMax",
      "{\"offset\":10} ; repeat.offset",
      "{\"offset\":10,\"when\":[\"CM\"]} ; repeat.offset",
      "{\"when\":[\"AC\"],\"timeOfDay\":[\"10:00:00\"]} ; repeat.timeOfDay",
      "{\"period\":-1,\"periodUnit\":\"d\"} ; repeat.period"})
  void whatContradictsItselfIsFound(String repeat, String where) {
    var found = Broken.of(request("{\"repeat\":" + repeat + "}"), "PK-13");
    assertTrue(found.stream().anyMatch(line -> line.contains(where)), found::toString);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"1 ; 0", "2 ; 1", "1,2,3 ; 0", "1,1 ; 1", "2,1 ; 2", "1,3 ; 1"})
  void rulesOfUseCountFromOne(String sequences, int wrong) {
    var all = Stream.of(sequences.split(",")).map(one -> "{\"sequence\":" + one.strip() + "}")
        .collect(Collectors.joining(","));
    assertEquals(wrong, Broken.of("{\"resourceType\":\"MedicationRequest\",\"dosageInstruction\":[" + all + "]}",
        "PK-12").size());
  }

  private static List<String> coded(String code, String repeat) {
    return Broken.of(request("{\"repeat\":" + repeat + ",\"code\":{\"coding\":[{\"system\":"
        + "\"http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation\",\"code\":\"" + code + "\"}]}}"), "PK-14");
  }

  private static String request(String timing) {
    return "{\"resourceType\":\"MedicationRequest\",\"dosageInstruction\":[{\"sequence\":1,\"timing\":" + timing
        + "}]}";
  }

  private static String json(Timing repeat) {
    return repeat.parts().entrySet().stream().map(part -> "\"" + part.getKey() + "\":" + switch (part.getKey()) {
      case "when", "dayOfWeek", "timeOfDay" -> Stream.of(part.getValue().split(","))
          .collect(Collectors.joining("\",\"", "[\"", "\"]"));
      case "periodUnit", "durationUnit" -> "\"" + part.getValue() + "\"";
      case "boundsDuration" -> "{\"value\":" + part.getValue().replace(" ", ",\"code\":\"") + "\"}";
      case "boundsPeriod" -> "{\"start\":\"" + part.getValue().replace("/", "") + "\"}";
      default -> part.getValue();
    }).collect(Collectors.joining(",", "{", "}"));
  }
}
