package id.jejak.app.web.console;

import id.jejak.app.act.ActHtml;
import id.jejak.app.act.ActPdf;
import id.jejak.app.conformance.Conformance;
import id.jejak.app.conformance.Conformance.Filter;
import id.jejak.app.conformance.Report;
import id.jejak.app.conformance.ReportAct;
import id.jejak.app.conformance.read.Recording;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.jte.JteconformanceGenerated;
import id.jejak.app.web.jte.JtejudgedGenerated;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Response;
import java.util.Optional;

/**
 * The checker as a page: choose what is judged, read the result, take the Berita Acara along. A result is remembered
 * with its visitor, masked as it is shown; what was uploaded is not kept. Thread-safe.
 */
public final class ConformancePages {
  /** Bytes of a form with a recording. */
  public static final long FORM_BYTES = Recording.BYTES + 64 * 1024;
  private static final int NAME = 120;

  private final Ground ground;
  private final Conformance conformance;

  /** Pages over a checker. */
  public ConformancePages(Ground ground, Conformance conformance) {
    this.ground = ground;
    this.conformance = conformance;
  }

  /**
   * The last result of a visitor.
   *
   * @param application what was tested, as its maker calls it
   */
  public record Judged(Report report, String application) {}

  /** The form; with the last result below it, if there is one. */
  public Response show(Asked asked) {
    return show(asked, 200, "");
  }

  private Response show(Asked asked, int status, String problem) {
    boolean again = ground.sessions().get(asked.visitor(), Judged.class).isPresent();
    return asked.html(status, out -> JteconformanceGenerated.render(out, null, asked.page(), Conformance.systems(),
        again, problem));
  }

  /** Judges. */
  public Response judge(Asked asked) {
    var filter = new Filter(asked.field("system").filter(Conformance.systems()::contains), asked.field("client"));
    var application = asked.field("application").map(text -> text.length() > NAME ? text.substring(0, NAME) : text)
        .orElse("");
    try {
      var report = asked.field("live").isPresent() ? Optional.of(conformance.live(filter))
          : asked.file().filter(file -> file.bytes().length > 0).map(file -> conformance.recorded(file.name(),
              file.bytes(), asked.field("secret").map(Secret::new), filter));
      if (report.isEmpty()) {
        return show(asked, 422, asked.page().say("Pilih berkas HAR atau .http dahulu.",
            "Choose a HAR or .http file first."));
      }
      if (report.get().chapters().isEmpty()) {
        return show(asked, 422, asked.page().say("Tidak ada permintaan yang cocok dengan saringan itu.",
            "No request passes this filter."));
      }
      var visitor = ground.sessions().begin(asked.visitor(), new Judged(report.get(), application));
      return ground.as(asked.request(), visitor, asked.see("/console/conformance/result"));
    } catch (Recording.Unfit e) {
      return show(asked, 422, asked.page().say("Rekaman tidak terbaca: ", "The recording cannot be read: ")
          + e.getMessage());
    }
  }

  /** The result. */
  public Response result(Asked asked) {
    return judged(asked).map(judged -> asked.html(out -> JtejudgedGenerated.render(out, null, asked.page(),
        judged.report(), judged.application(), asked.field("only").orElse("")))).orElseGet(() ->
            asked.see("/console/conformance"));
  }

  private Optional<Judged> judged(Asked asked) {
    return ground.sessions().get(asked.visitor(), Judged.class);
  }

  /** The Berita Acara, as PDF. */
  public Response pdf(Asked asked) {
    return judged(asked).map(judged -> Response.of(200, "application/pdf", ActPdf.of(act(judged),
        judged.report().made())).with("Content-Disposition", "attachment; filename=\"berita-acara.pdf\""))
        .orElseGet(() -> asked.see("/console/conformance"));
  }

  /** The Berita Acara, as one HTML file. */
  public Response html(Asked asked) {
    return judged(asked).map(judged -> Response.of(200, "text/html; charset=utf-8", ActHtml.of(act(judged)))
        .with("Content-Disposition", "attachment; filename=\"berita-acara.html\""))
        .orElseGet(() -> asked.see("/console/conformance"));
  }

  private static id.jejak.app.act.Act act(Judged judged) {
    return ReportAct.of(judged.report(), judged.application());
  }
}
