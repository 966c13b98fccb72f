package id.jejak.app.web.audit;

import static id.jejak.app.web.staff.FacilityApi.encoded;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.audit.JteglassGenerated;
import id.jejak.app.web.jte.audit.JtetrailGenerated;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who did what with whose data between two days. To look here is in the audit as well. Thread-safe. */
public final class AuditPages {
  private static final String HOME = "/console/audit";
  private static final String API = FacilityApi.BASE + "/audit";
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private final FacilityApi api;
  private final StaffGround ground;

  /** Pages over the facility's API. */
  public AuditPages(FacilityApi api, StaffGround ground) {
    this.api = api;
    this.ground = ground;
  }

  /**
   * What was asked for, and found.
   *
   * @param staff names by number
   * @param more where the list goes on, as a query; empty at its end
   */
  public record Trail(String patient, String who, String from, String until, Map<String, String> staff,
      List<Entry> entries, String more) {}

  /** Everybody who broke the glass. */
  public record Taken(String name, String role, String reason, Instant at, Instant ends) {}

  /** The trail: everything, or of one patient, or of one member of staff. */
  public Response trail(Asked asked, Staff staff) {
    var patient = asked.field("patient").filter(text -> text.matches("\\d{1,18}")).orElse("");
    var who = asked.field("staff").filter(text -> text.matches("\\d{1,18}")).orElse("");
    var from = asked.field("from").orElse("");
    var until = asked.field("until").orElse("");
    var answer = api.get(staff, path(asked, patient, who, from, until));
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var entries = answer.body().path("entries").valueStream().map(Entry::of).toList();
    var names = new LinkedHashMap<String, String>();
    api.get(staff, FacilityApi.BASE + "/staff").body().path("staff").valueStream()
        .forEach(one -> names.put(one.path("id").asString(""), one.path("name").asString("")));
    var trail = new Trail(patient, who, from, until, names, entries, more(patient, who, from, entries));
    return asked.html(out -> JtetrailGenerated.render(out, null, asked.page(), trail));
  }

  private static String path(Asked asked, String patient, String who, String from, String until) {
    var before = asked.field("before").filter(text -> text.matches("\\d{1,18}"));
    if (patient.isEmpty() && who.isEmpty()) {
      return API + before.map(seq -> "?before=" + seq).orElse("");
    }
    var query = new StringBuilder();
    start(from).ifPresent(at -> query.append("?from=").append(encoded(at.toString())));
    asked.field("upto").or(() -> start(until).map(at -> at.plusSeconds(86_400).toString()))
        .ifPresent(at -> query.append(query.isEmpty() ? '?' : '&').append("until=").append(encoded(at)));
    return API + (patient.isEmpty() ? "/staff/" + who : "/patients/" + patient) + query;
  }

  private static Optional<Instant> start(String day) {
    try {
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day).atStartOfDay(JAKARTA).toInstant());
    } catch (DateTimeParseException e) { // no day: then it is not asked for
      return Optional.empty();
    }
  }

  private static String more(String patient, String who, String from, List<Entry> entries) {
    if (entries.size() < 200) {
      return "";
    }
    return patient.isEmpty() && who.isEmpty() ? "before=" + entries.getLast().seq()
        : (patient.isEmpty() ? "staff=" + who : "patient=" + patient) + "&from=" + encoded(from) + "&upto="
            + encoded(entries.getLast().at().toString());
  }

  /** Looks at every line and says whether all is as it was written. */
  public Response verify(Asked asked, Staff staff) {
    var answer = api.post(staff, API + "/verify", Map.of());
    var page = asked.page();
    var body = answer.body();
    if (answer.ok() && !body.path("whole").asBoolean(false)) {
      return ground.after(asked, new Answer(409, Json.read(Json.write((Object) Map.of("message",
          page.say("baris ", "line ") + body.path("broken_at").asLong(0) + ": " + body.path("what").asString("")))),
          new byte[0], ""), "", HOME);
    }
    return ground.after(asked, answer, page.number(body.path("entries").asLong(0)) + " "
        + page.say("baris, semuanya seperti saat ditulis.", "lines, all as they were written."), HOME);
  }

  /** Roles that were taken for a while. */
  public Response glass(Asked asked, Staff staff) {
    var answer = api.get(staff, FacilityApi.BASE + "/break-glass");
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var taken = answer.body().path("taken").valueStream().map(one -> new Taken(
        one.path("staff").path("name").asString(""), one.path("role").asString(""), one.path("reason").asString(""),
        Instant.parse(one.path("at").asString("")), Instant.parse(one.path("ends_at").asString("")))).toList();
    return asked.html(out -> JteglassGenerated.render(out, null, asked.page(), taken));
  }
}
