package id.jejak.app.web.audit;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.audit.JtecodeGenerated;
import id.jejak.app.web.jte.audit.JteownGenerated;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.kernel.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A patient's own view of who looked at their data, and the code that opens it. Thread-safe. */
public final class OwnPages {
  private final FacilityApi api;

  /** Pages over the facility's API. */
  public OwnPages(FacilityApi api) {
    this.api = api;
  }

  /** Somebody looked. */
  public record Look(Instant at, String who, String deed, String purpose, boolean glass) {}

  /** What a patient sees. */
  public record Own(String facility, List<Look> looks) {}

  /** A code that was made, seen once. */
  public record Code(String code, Instant ends) {
    @Override
    public String toString() {
      return "Code[***]";
    }
  }

  /** Where a patient gives code and date of birth. */
  public Response ask(Asked asked) {
    return asked.html(out -> JteownGenerated.render(out, null, asked.page(), null, ""));
  }

  /** Who looked. */
  public Response own(Asked asked) {
    var answer = api.open(asked.request(), FacilityApi.BASE + "/own", Map.of("code", asked.field("code").orElse(""),
        "born", asked.field("born").orElse("")));
    if (!answer.ok()) {
      var page = asked.page();
      var problem = answer.status() == 401 ? page.say("Kode dan tanggal lahir tidak cocok, atau kodenya sudah lewat.",
          "Code and date of birth do not belong together, or the code has ended.") : answer.message(page);
      return asked.html(422, out -> JteownGenerated.render(out, null, page, null, problem));
    }
    var own = new Own(answer.body().path("facility").asString(""), answer.body().path("looks").valueStream()
        .map(one -> new Look(Instant.parse(one.path("at").asString("")), one.path("who").asString(""),
            one.path("deed").asString(""), one.path("purpose").asString(""), one.path("glass").asBoolean(false)))
        .toList());
    return asked.html(out -> JteownGenerated.render(out, null, asked.page(), own, ""));
  }

  /** Where staff makes a code. */
  public Response form(Asked asked, Staff staff) {
    return asked.html(out -> JtecodeGenerated.render(out, null, asked.page(), staff, null, ""));
  }

  /** Makes a code for a patient who asks for it. */
  public Response make(Asked asked, Staff staff) {
    var given = asked.field("who").orElse("");
    var key = given.matches("\\d{16}") ? "nik" : given.matches("\\d{11,13}") ? "card" : "ihs";
    var found = api.post(staff, FacilityApi.BASE + "/patients/find", Map.of(key, given, "purpose",
        "patient_request"));
    var made = found.ok() ? api.post(staff, FacilityApi.BASE + "/patients/" + found.body().path("id").asString("")
        + "/invite", Map.of()) : found;
    if (!made.ok()) {
      var problem = made.message(asked.page());
      return asked.html(422, out -> JtecodeGenerated.render(out, null, asked.page(), staff, null, problem));
    }
    var code = new Code(made.body().path("code").asString(""), Instant.parse(made.body().path("ends_at").asString("")));
    return asked.html(out -> JtecodeGenerated.render(out, null, asked.page(), staff, code, ""));
  }
}
