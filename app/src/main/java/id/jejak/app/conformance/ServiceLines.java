package id.jejak.app.conformance;

import id.jejak.app.conformance.rule.Rulebook;
import id.jejak.app.docs.SystemDocs;
import id.jejak.app.sandbox.traffic.Nearest;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The requirements that the list of operations is: each service of the document used with success, asked as the document
 * writes it, and each of its refusals met. Stateless.
 */
final class ServiceLines {
  /** A resource's elements are no parameters: FHIR's own rules look at them. */
  private static final String FHIR = "satusehat.resource.";

  /** What the slides themselves write otherwise than the later catalogue. */
  private static final String OF_THE_SLIDES = "`jenis pasien`";

  private ServiceLines() {}

  /** Each service: done, and asked rightly. */
  static List<Line> services(SystemDocs docs, Traffic traffic) {
    var lines = new ArrayList<Line>();
    for (var operation : documented(docs)) {
      var here = traffic.where(one -> one.id().equals(operation.id()));
      lines.add(new Line(new Requirement(operation.id(), Words.same(operation.title()), Words.same(call(operation)),
          new Words("Berhasil", "Done"), operation.origin()), done(here)));
      if (Rulebook.SYSTEMS.indexOf(docs.name()) < Rulebook.SYSTEMS.indexOf("rs") && !operation.params().isEmpty()
          && !operation.id().startsWith(FHIR)) {
        lines.add(new Line(new Requirement(operation.id() + " names", new Words(operation.title() + ": parameter",
            operation.title() + ": parameters"), Words.same(call(operation)), new Words("Semua parameter wajib dikirim,"
            + " dengan nama dan bentuk seperti dalam dokumen", "Every required parameter is sent, named and shaped as in"
            + " the document"), operation.origin()), names(operation, here)));
      }
    }
    return lines;
  }

  /** Each refusal that a client or a tester can bring about. */
  static List<Line> refusals(SystemDocs docs, Traffic traffic) {
    var lines = new ArrayList<Line>();
    for (var operation : documented(docs)) {
      var here = traffic.where(one -> one.id().equals(operation.id()));
      var seen = new LinkedHashSet<String>();
      for (var outcome : operation.outcomes()) {
        if (!outcome.success() && !ofTheServer(outcome) && seen.add(outcome.code() + outcome.message())) {
          lines.add(new Line(new Requirement(operation.id() + " " + outcome.code(), Words.same(operation.title() + ": "
              + outcome.when()), Words.same(call(operation)), Words.same((outcome.code() + " "
              + outcome.message()).strip()), operation.origin()), met(outcome, here)));
        }
      }
    }
    return lines;
  }

  private static List<Operation> documented(SystemDocs docs) {
    return docs.operations().stream().filter(operation -> !operation.ours()).toList();
  }

  private static String call(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  /** What nobody but a broken server answers. */
  private static boolean ofTheServer(Outcome outcome) {
    return outcome.when().contains("something broke") || outcome.code().matches("5\\d\\d.*");
  }

  private static Judgement done(List<Exchange> here) {
    if (here.isEmpty()) {
      return Judgement.notExercised();
    }
    long good = here.stream().filter(Exchange::success).count();
    return here.stream().filter(Exchange::success).findFirst().map(one -> Judgement.passed(one, new Words(
        good + " dari " + here.size() + " permintaan berhasil.", good + " of " + here.size() + " requests done.")))
        .orElseGet(() -> Judgement.failed(here.size(), here.stream().map(one -> Evidence.of(one, new Words(
            "ditolak: " + one.told().code(), "refused: " + one.told().code()))).toList()));
  }

  private static Judgement names(Operation operation, List<Exchange> here) {
    return Judgement.eachUnlessCorrected(here, one -> one.cut() ? Optional.empty() : Nearest.hints(one.seen(),
        List.of(operation)).stream().filter(hint -> hint.breaks() && !hint.en().contains(OF_THE_SLIDES)).findFirst()
        .map(hint -> new Words(hint.id(), hint.en())));
  }

  private static Judgement met(Outcome outcome, List<Exchange> here) {
    return here.stream().filter(one -> one.told().code().equals(outcome.code())
        && one.told().rule().equals(outcome.when())).findFirst()
        .map(one -> Judgement.passed(one, new Words("Ditemui.", "Met."))).orElseGet(Judgement::notExercised);
  }
}
