package id.jejak.app.web.queue;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.queue.JtefrontGenerated;
import id.jejak.app.web.jte.queue.JteticketGenerated;
import id.jejak.app.web.jte.queue.JtevisitGenerated;
import id.jejak.app.web.jte.queue.JtewalkinGenerated;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.kernel.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The front desk: today's hours, who stands there, numbers, bookings. Thread-safe. */
public final class FrontPages {
  static final String HOME = "/console/queue";
  static final String API = FacilityApi.BASE + "/queue";
  private static final String CODE = "[0-9]{8}[A-Z]{1,3}[0-9]{3,}X*";

  private final FacilityApi api;
  private final StaffGround ground;

  /** Pages over the facility's API. */
  public FrontPages(FacilityApi api, StaffGround ground) {
    this.api = api;
    this.ground = ground;
  }

  static Optional<List<Session>> sessions(Answer answer) {
    return answer.ok() ? Optional.of(answer.body().path("data").valueStream().map(Session::of).toList())
        : Optional.empty();
  }

  /** Today. */
  public Response front(Asked asked, Staff staff) {
    var answer = asked.piece() ? api.watch(staff, API + "/sessions") : api.get(staff, API + "/sessions");
    return sessions(answer).map(sessions -> asked.html(out ->
        JtefrontGenerated.render(out, null, asked.page(), staff, sessions, asked.piece())))
        .orElseGet(() -> StaffGround.failed(asked, answer));
  }

  /** Whoever stands there, by card, identity number, record or the code of a booking; typed or scanned. */
  public Response who(Asked asked, Staff staff) {
    var given = asked.field("who").orElse("");
    if (given.matches(CODE)) {
      return asked.see(HOME + "/bookings/" + FacilityApi.encoded(given));
    }
    var key = given.matches("[0-9]{16}") ? "nik" : given.matches("[0-9]{11,13}") ? "card" : "record";
    var found = api.post(staff, API + "/patients/find", Map.of(key, given));
    if (found.ok()) {
      var record = found.body().path("data").path("record").asString("");
      return walkIn(asked, staff, sessions -> new WalkIn(true, record, "", "", sessions), 200, "");
    }
    if (found.status() == 404 && !key.equals("record")) {
      return walkIn(asked, staff, sessions -> new WalkIn(false, "", key.equals("nik") ? given : "",
          key.equals("card") ? given : "", sessions), 200, "");
    }
    return ground.after(asked, found, "", HOME);
  }

  private Response walkIn(Asked asked, Staff staff, Function<List<Session>, WalkIn> made, int status, String problem) {
    var answer = api.get(staff, API + "/sessions");
    return sessions(answer).map(sessions -> asked.html(status, out -> JtewalkinGenerated.render(out, null, asked.page(),
        made.apply(sessions.stream().filter(Session::open).toList()), asked, problem)))
        .orElseGet(() -> StaffGround.failed(asked, answer));
  }

  /** Gives a number to whoever stands there. */
  public Response book(Asked asked, Staff staff) {
    var session = asked.field("session").orElse("").split("\\|", -1);
    var record = asked.field("record");
    var body = new LinkedHashMap<String, Object>();
    body.put("sub", session[0]);
    body.put("doctor", session.length == 3 && session[1].matches("\\d{1,9}") ? Integer.parseInt(session[1]) : 0);
    body.put("hours", session.length == 3 ? session[2] : "");
    body.put("member", asked.field("member").isPresent());
    body.put("kind", asked.number("kind", 1));
    asked.field("reference").ifPresent(text -> body.put("reference", text));
    record.ifPresent(text -> body.put("record", text));
    if (record.isEmpty()) {
      for (var name : List.of("nik", "card", "name", "phone")) {
        asked.field(name).ifPresent(text -> body.put(name, text));
      }
    }
    var answer = api.post(staff, API + "/walk-ins", body);
    if (!answer.ok()) {
      return walkIn(asked, staff, sessions -> new WalkIn(record.isPresent(), record.orElse(""),
          asked.field("nik").orElse(""), asked.field("card").orElse(""), sessions), 422, answer.message(asked.page()));
    }
    return asked.see(HOME + "/tickets/" + FacilityApi.encoded(answer.body().path("data").path("code").asString("")));
  }

  /** What is printed for the patient. */
  public Response ticket(Asked asked, Staff staff) {
    return visit(asked, staff, (visit, sessions) -> asked.html(out -> JteticketGenerated.render(out, null, asked.page(),
        staff, visit, sessions)));
  }

  /** One booking, with everything that happened and can be done. */
  public Response visit(Asked asked, Staff staff) {
    return visit(asked, staff, (visit, session) -> asked.html(out -> JtevisitGenerated.render(out, null, asked.page(),
        visit, session)));
  }

  private interface Shown {
    Response show(Visit visit, Optional<Session> session);
  }

  private Response visit(Asked asked, Staff staff, Shown shown) {
    var answer = api.get(staff, API + "/bookings/" + FacilityApi.encoded(asked.request().var("code")));
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var visit = Visit.of(answer.body().path("data"));
    var session = api.get(staff, API + "/sessions/" + visit.session());
    return shown.show(visit, session.ok() ? Optional.of(Session.of(session.body().path("data"))) : Optional.empty());
  }

  /** Something happens to a booking, from whichever page said so. */
  public Response event(Asked asked, Staff staff) {
    var code = asked.request().var("code");
    var answer = api.post(staff, API + "/bookings/" + FacilityApi.encoded(code) + "/events",
        Map.of("event", asked.field("event").orElse("")));
    return ground.after(asked, answer, "", back(asked, code));
  }

  /** Writes down what somebody knows to have happened. */
  public Response correct(Asked asked, Staff staff) {
    var code = asked.request().var("code");
    var body = Map.of("task", asked.number("task", 0), "at", asked.field("day").orElse("") + "T"
        + asked.field("time").orElse("") + ":00" + asked.field("offset").orElse("+07:00"), "reason",
        asked.field("reason").orElse(""));
    return ground.after(asked, api.post(staff, API + "/bookings/" + FacilityApi.encoded(code) + "/corrections", body),
        asked.page().say("Dicatat atas nama Anda.", "Recorded in your name."), HOME + "/bookings/" + code);
  }

  /** Cancels a booking. */
  public Response cancel(Asked asked, Staff staff) {
    var code = asked.request().var("code");
    return ground.after(asked, api.post(staff, API + "/bookings/" + FacilityApi.encoded(code) + "/cancellation",
        Map.of("reason", asked.field("reason").orElse(""))), asked.page().say("Dibatalkan.", "Cancelled."),
        HOME + "/bookings/" + code);
  }

  /** Gives a number of the pharmacy. */
  public Response pharmacyTicket(Asked asked, Staff staff) {
    var code = asked.request().var("code");
    return ground.after(asked, api.post(staff, API + "/bookings/" + FacilityApi.encoded(code) + "/pharmacy",
        Map.of()), "", back(asked, code));
  }

  private static String back(Asked asked, String code) {
    return asked.field("back").filter(path -> path.matches(HOME + "/(pharmacy|sessions/[0-9]{1,18})"))
        .orElse(HOME + "/bookings/" + FacilityApi.encoded(code));
  }
}
