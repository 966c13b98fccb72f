package id.jejak.app.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.app.conformance.Conformance.Filter;
import id.jejak.app.conformance.rule.Rulebook;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.config.Secret;
import id.jejak.satusehat.domain.rule.KfaCodes;
import id.jejak.satusehat.http.rules.Rules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The checker as wired, without a house around it. */
final class Checker {
  static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Conformance CONFORMANCE = conformance();

  private Checker() {}

  private static Conformance conformance() {
    var docs = Wiring.docs(List.of());
    return new Conformance(() -> docs, new Explainer(() -> docs, List.of()),
        new Rulebook(new Rules(KfaCodes.UNKNOWN, CLOCK)), new Recorder(CLOCK), _ -> Optional.empty(), CLOCK);
  }

  static Report of(byte[] recording) {
    return CONFORMANCE.recorded("rekaman.har", recording, Optional.empty(), Filter.ALL);
  }

  static Report signed(byte[] recording, String secret) {
    return CONFORMANCE.recorded("rekaman.har", recording, Optional.of(new Secret(secret)), Filter.ALL);
  }

  static Line line(Report report, String id) {
    return report.chapters().stream().flatMap(chapter -> chapter.lines().stream())
        .filter(line -> line.requirement().id().equals(id)).findFirst()
        .orElseThrow(() -> new AssertionError("no requirement " + id));
  }

  /** The ids of what was failed, in order of the alphabet. */
  static TreeSet<String> failed(Report report) {
    var failed = new TreeSet<String>();
    report.chapters().forEach(chapter -> chapter.lines().stream().filter(line -> line.verdict() == Verdict.FAILED)
        .forEach(line -> failed.add(line.requirement().id())));
    return failed;
  }

  static void assertFailed(Report report, String... ids) {
    assertEquals(new TreeSet<>(List.of(ids)), failed(report), () -> ReportAct.json(report).toString());
  }
}
