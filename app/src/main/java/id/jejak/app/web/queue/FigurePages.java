package id.jejak.app.web.queue;

import static id.jejak.app.web.queue.FrontPages.API;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.queue.JtefiguresGenerated;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.kernel.http.Response;
import java.util.List;

/** Waiting times: by clinic and doctor, where time is lost, and what is not recorded. Thread-safe. */
public final class FigurePages {
  /** Share of patients that should be in time, in percent, unless the reader says otherwise. */
  private static final int USUAL_SHARE = 85;

  private final FacilityApi api;

  /** Pages over the facility's API. */
  public FigurePages(FacilityApi api) {
    this.api = api;
  }

  /**
   * What was asked for and answered.
   *
   * @param all figures of everything; then by clinic, each followed by its doctors
   * @param share of patients that should be in time, in percent
   */
  public record Board(String from, String until, int clinic, int finished, int compounded, int share, Figure all,
      List<Figure> rows) {}

  /** The board. */
  public Response show(Asked asked, Staff staff) {
    var query = new StringBuilder();
    for (var name : List.of("from", "until", "clinic", "finished", "compounded")) {
      asked.field(name).ifPresent(text -> query.append(query.isEmpty() ? '?' : '&').append(name).append('=')
          .append(FacilityApi.encoded(text)));
    }
    var answer = api.get(staff, API + "/figures" + query);
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var data = answer.body().path("data");
    var figures = data.path("figures").valueStream().map(Figure::of).toList();
    var targets = data.path("targets");
    var board = new Board(data.path("from").asString(""), data.path("until").asString(""),
        targets.path("clinic").asInt(0), targets.path("finished").asInt(0), targets.path("compounded").asInt(0),
        Math.clamp(asked.number("share", USUAL_SHARE), 1, 100), figures.getFirst(), figures.subList(1, figures.size()));
    return asked.html(out -> JtefiguresGenerated.render(out, null, asked.page(), board));
  }
}
