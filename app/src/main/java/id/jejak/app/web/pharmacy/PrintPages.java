package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.staff.FacilityApi.encoded;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.Staff;
import id.jejak.kernel.http.Response;

/** What goes to the printer: labels, prescriptions, copies, as the API draws them. Thread-safe. */
public final class PrintPages {
  private final PharmacyApi api;

  /** Pages over an API. */
  public PrintPages(PharmacyApi api) {
    this.api = api;
  }

  /** Labels of dispenses. */
  public Response labels(Asked asked, Staff staff) {
    return pdf(asked, api.get(staff, "/labels?dispenses=" + encoded(asked.field("dispenses").orElse(""))));
  }

  /** A prescription, or its copy. */
  public Response paper(Asked asked, Staff staff) {
    return pdf(asked, api.get(staff, "/prescriptions/" + encoded(asked.request().var("id")) + "/paper"
        + (asked.field("copy").isPresent() ? "?copy=true" : "")));
  }

  private static Response pdf(Asked asked, Answer answer) {
    if (answer.ok()) {
      return Response.of(200, answer.type(), answer.bytes()).with("Content-Disposition", "inline");
    }
    var page = asked.page();
    return asked.html(answer.status() == 404 ? 404 : 502, out -> JtemessageGenerated.render(out, null, page,
        page.say("Tidak dapat dicetak", "Cannot be printed"), PharmacyApi.problem(page, answer)));
  }
}
