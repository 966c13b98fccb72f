package id.jejak.app.web.queue;

import static id.jejak.app.web.queue.FrontPages.API;
import static id.jejak.app.web.queue.FrontPages.HOME;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.queue.JtepharmacyGenerated;
import id.jejak.app.web.jte.queue.JteroomGenerated;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Map;

/** Calling: at a doctor's door, and at the pharmacy. Pages ask again every few seconds. Thread-safe. */
public final class CallPages {
  private final FacilityApi api;
  private final StaffGround ground;

  /** Pages over the facility's API. */
  public CallPages(FacilityApi api, StaffGround ground) {
    this.api = api;
    this.ground = ground;
  }

  private Answer ask(Asked asked, Staff staff, String path) {
    return asked.piece() ? api.watch(staff, API + path) : api.get(staff, API + path);
  }

  /** A doctor's door. */
  public Response room(Asked asked, Staff staff) {
    var id = FacilityApi.encoded(asked.request().var("id"));
    var session = ask(asked, staff, "/sessions/" + id);
    var lines = ask(asked, staff, "/sessions/" + id + "/bookings");
    if (!session.ok() || !lines.ok()) {
      return StaffGround.failed(asked, session.ok() ? lines : session);
    }
    var room = new Room(Session.of(session.body().path("data")), lines(lines));
    return asked.html(out -> JteroomGenerated.render(out, null, asked.page(), room, asked.piece()));
  }

  /** Calls whoever comes next. */
  public Response next(Asked asked, Staff staff) {
    var id = FacilityApi.encoded(asked.request().var("id"));
    return ground.after(asked, api.post(staff, API + "/sessions/" + id + "/next", Map.of()), "",
        HOME + "/sessions/" + id);
  }

  /** Opens or closes the door for new numbers. */
  public Response door(Asked asked, Staff staff) {
    var id = FacilityApi.encoded(asked.request().var("id"));
    return ground.after(asked, api.put(staff, API + "/sessions/" + id,
        Map.of("closed", asked.field("closed").isPresent())), "", HOME + "/sessions/" + id);
  }

  /** The pharmacy's line. */
  public Response pharmacy(Asked asked, Staff staff) {
    var answer = ask(asked, staff, "/pharmacy");
    return answer.ok() ? asked.html(out -> JtepharmacyGenerated.render(out, null, asked.page(), lines(answer),
        asked.piece())) : StaffGround.failed(asked, answer);
  }

  private static List<Line> lines(Answer answer) {
    return answer.body().path("data").valueStream().map(Line::of).toList();
  }
}
