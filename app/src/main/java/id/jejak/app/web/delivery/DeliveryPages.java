package id.jejak.app.web.delivery;

import static id.jejak.app.web.staff.FacilityApi.encoded;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.delivery.JteoverviewGenerated;
import id.jejak.app.web.jte.delivery.JteparcelGenerated;
import id.jejak.app.web.jte.delivery.JtereconciliationGenerated;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is owed to whom, what is parked and why, mending and sending again, and the nightly comparison. Thread-safe. */
public final class DeliveryPages {
  private static final String HOME = "/console/delivery";
  private static final String API = FacilityApi.BASE + "/delivery";
  private static final List<String> FILTERS = List.of("stage", "remote", "remedy", "key");

  private final FacilityApi api;
  private final StaffGround ground;

  /** Pages over the facility's API. */
  public DeliveryPages(FacilityApi api, StaffGround ground) {
    this.api = api;
    this.ground = ground;
  }

  /**
   * A page of the list.
   *
   * @param filter what was asked for, by name
   * @param next where the list goes on; empty at its end
   */
  public record Shelf(List<Remote> remotes, List<Parcel> parcels, Map<String, String> filter, String next) {}

  private static Map<String, String> filter(Asked asked) {
    var filter = new LinkedHashMap<String, String>();
    FILTERS.forEach(name -> asked.field(name).ifPresent(text -> filter.put(name, text)));
    return filter;
  }

  /** The list, and how it stands with every remote. */
  public Response overview(Asked asked, Staff staff) {
    var filter = filter(asked);
    var query = new StringBuilder("?limit=50");
    filter.forEach((name, text) -> query.append('&').append(name).append('=').append(encoded(text)));
    asked.field("after").filter(text -> text.matches("\\d{1,18}")).ifPresent(id -> query.append("&after=").append(id));
    var remotes = api.get(staff, API + "/remotes");
    var parcels = api.get(staff, API + "/parcels" + query);
    if (!remotes.ok() || !parcels.ok()) {
      return StaffGround.failed(asked, remotes.ok() ? parcels : remotes);
    }
    var shelf = new Shelf(remotes.body().path("remotes").valueStream().map(Remote::of).toList(),
        parcels.body().path("parcels").valueStream().map(Parcel::of).toList(), filter,
        parcels.body().path("next").asString(""));
    return asked.html(out -> JteoverviewGenerated.render(out, null, asked.page(), shelf));
  }

  /** One parcel, with its body and everything that happened to it. */
  public Response parcel(Asked asked, Staff staff) {
    return parcel(asked, staff, "", "", 200);
  }

  private Response parcel(Asked asked, Staff staff, String draft, String problem, int status) {
    var answer = api.get(staff, API + "/parcels/" + encoded(asked.request().var("id")));
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var parcel = Parcel.of(answer.body());
    return asked.html(status, out -> JteparcelGenerated.render(out, null, asked.page(), parcel,
        draft.isEmpty() ? parcel.body() : draft, problem));
  }

  /** Does something with one parcel: again, aside, or given up. */
  public Response act(Asked asked, Staff staff) {
    var id = encoded(asked.request().var("id"));
    var action = asked.field("action").filter(List.of("redrive", "aside", "giveup")::contains).orElse("redrive");
    var body = new LinkedHashMap<String, Object>();
    if (!action.equals("redrive")) {
      body.put("reason", asked.field("reason").orElse(""));
    }
    return ground.after(asked, api.post(staff, API + "/parcels/" + id + "/" + action, body), done(asked),
        HOME + "/parcels/" + id);
  }

  private static String done(Asked asked) {
    return asked.page().say("Tercatat atas nama Anda.", "Done in your name.");
  }

  /** Puts another body in place of a parked parcel's, and sends it. */
  public Response correct(Asked asked, Staff staff) {
    var draft = asked.field("body").orElse("");
    JsonNode given;
    try {
      given = Json.read(draft);
    } catch (Json.Unreadable e) {
      return parcel(asked, staff, draft, asked.page().say("Isinya bukan JSON yang dapat dibaca.",
          "This is no JSON that can be read."), 422);
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("reason", asked.field("reason").orElse(""));
    body.put("body", given);
    var parcel = "/parcels/" + encoded(asked.request().var("id"));
    var answer = api.post(staff, API + parcel + "/correct", body);
    return answer.ok() ? ground.after(asked, answer, done(asked), HOME + parcel)
        : parcel(asked, staff, draft, answer.message(asked.page()), 422);
  }

  /** Sends again everything that is parked and meant. */
  public Response again(Asked asked, Staff staff) {
    var body = new LinkedHashMap<String, Object>(filter(asked));
    body.remove("stage");
    var answer = api.post(staff, API + "/parcels/redrive", body);
    var page = asked.page();
    return ground.after(asked, answer, page.number(answer.body().path("redriven").asLong(0)) + " "
        + page.say("dikirim lagi.", "are sent again."), HOME);
  }

  /** The comparison of a day. */
  public Response reconciliation(Asked asked, Staff staff) {
    var answer = api.get(staff, API + "/reconciliation" + asked.field("day").map(day -> "?day=" + encoded(day))
        .orElse(""));
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var reports = answer.body().path("reports").valueStream().map(Report::of).toList();
    return asked.html(out -> JtereconciliationGenerated.render(out, null, asked.page(),
        answer.body().path("day").asString(""), reports));
  }

  /** Compares a day of one remote now. */
  public Response reconcile(Asked asked, Staff staff) {
    var day = asked.field("day").filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}")).orElse("");
    var body = new LinkedHashMap<String, Object>();
    body.put("remote", asked.field("remote").orElse(""));
    body.put("day", day);
    Answer answer = api.post(staff, API + "/reconciliation", body);
    return ground.after(asked, answer, asked.page().say("Sudah dibandingkan.", "Compared."),
        HOME + "/reconciliation?day=" + day);
  }
}
