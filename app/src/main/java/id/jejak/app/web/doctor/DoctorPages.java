package id.jejak.app.web.doctor;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;
import static id.jejak.app.web.staff.FacilityApi.encoded;

import id.jejak.app.web.doctor.Draft.Line;
import id.jejak.app.web.doctor.Draft.Part;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Page;
import id.jejak.app.web.jte.doctor.JtedrugsGenerated;
import id.jejak.app.web.jte.doctor.JteprescribeGenerated;
import id.jejak.app.web.jte.doctor.JtesheetGenerated;
import id.jejak.app.web.pharmacy.Bench.Finding;
import id.jejak.app.web.pharmacy.PharmacyApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The doctor's prescribing page: search while typing, signas that are understood, compounds, favourites. Thread-safe. */
public final class DoctorPages {
  /** Where it is. */
  public static final String HOME = "/console/doctor";

  private final PharmacyApi api;

  /** Pages over an API. */
  public DoctorPages(PharmacyApi api) {
    this.api = api;
  }

  /**
   * A medicine that was found.
   *
   * @param here units on the shelves
   * @param json as it is sent back when it is chosen
   */
  public record Drug(String name, String kfa, String here, String json) {}

  /** A prescription that was signed. */
  public record Signed(String id, String number, List<Finding> findings) {}

  /** An earlier prescription of the patient. */
  public record Earlier(String id, String number, String at, boolean open) {}

  /** What the page shows. */
  public record Desk(Draft draft, List<String> favourites, List<Earlier> earlier, List<Drug> drugs, String problem,
      String done, @org.jspecify.annotations.Nullable Signed signed, String visit, String coverage, String claim,
      int into) {}

  /** An empty page, or one with what was found. */
  public Response show(Asked asked, Staff staff) {
    return shown(asked, staff, Draft.EMPTY, "", "", null, -1);
  }

  private Response shown(Asked asked, Staff staff, Draft draft, String problem, String done,
      @org.jspecify.annotations.Nullable Signed signed, int into) {
    var page = asked.page();
    var favourites = api.get(staff, "/favourites").body().path("rows").valueStream().map(one -> text(one, "name"))
        .toList();
    var earlier = draft.patient().isEmpty() ? List.<Earlier>of() : api.get(staff, "/prescriptions?patient="
        + encoded(draft.patient())).body().path("rows").valueStream().limit(8).map(row -> new Earlier(text(row, "id"),
            text(row, "nrn").isEmpty() ? text(row, "number") : text(row, "nrn"),
            page.full(java.time.Instant.parse(text(row, "written_at"))), row.path("open").asInt(0) > 0)).toList();
    var drugs = asked.field("do").filter("search"::equals).flatMap(_ -> asked.field("q")).map(q -> drugs(staff, q))
        .orElse(List.of());
    var desk = new Desk(draft, favourites, earlier, drugs, problem, done, signed, asked.field("visit").orElse(""),
        asked.field("coverage").orElse("Biaya-Sendiri"), asked.field("claim").orElse(""), into);
    int status = problem.isEmpty() || asked.piece() ? 200 : 422;
    return asked.piece() ? asked.html(status, out -> JtesheetGenerated.render(out, null, page, desk))
        : asked.html(status, out -> JteprescribeGenerated.render(out, null, page, desk));
  }

  private List<Drug> drugs(Staff staff, String q) {
    return api.get(staff, "/drugs?q=" + encoded(q)).body().path("rows").valueStream().map(row -> new Drug(text(row,
        "name"), text(row, "kfa"), PharmacyApi.number(row, "here"), row.toString())).toList();
  }

  /** Medicines while somebody types. */
  public Response search(Asked asked, Staff staff) {
    var found = asked.field("q").map(q -> drugs(staff, q)).orElse(List.of());
    return asked.html(out -> JtedrugsGenerated.render(out, null, asked.page(), found));
  }

  /** How a signa is understood, while somebody types it. */
  public Response signa(Asked asked, Staff staff) {
    var written = asked.fields().entrySet().stream().filter(one -> one.getKey().startsWith("signa"))
        .flatMap(one -> one.getValue().stream()).findFirst().orElse("");
    var said = written.isBlank() ? "" : text(api.watch(staff, "/signa?text=" + encoded(written) + "&unit="
        + encoded(asked.field("of").orElse("TAB"))).body(), "words");
    return Response.of(200, "text/plain; charset=utf-8", said.isEmpty()
        ? asked.page().say("ditulis apa adanya", "kept as it is written") : said);
  }

  /** Whatever was chosen or pressed. */
  public Response act(Asked asked, Staff staff) {
    var page = asked.page();
    var draft = Draft.read(asked.field("draft").orElse("")).filled(asked::field);
    var pressed = asked.field("do").orElse("search");
    int into = asked.number("into", -1);
    var words = pressed.split(":", 2);
    var about = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "patient" -> found(asked, staff, draft);
      case "add" -> shown(asked, staff, added(draft, about, into), "", "", null, into);
      case "compound" -> shown(asked, staff, draft.with(new Line(about.equals("EP") ? "EP" : "SD", "", "", false,
          page.say("Racikan", "Compound"), "", "O", "10", about.equals("EP") ? "PULV" : "CAP", "3 dd 1", "",
          List.of())), "", "", null, draft.lines().size());
      case "drop" -> shown(asked, staff, draft.without(about.isEmpty() ? draft.lines().size() - 1 : number(about)), "",
          "", null, -1);
      case "use" -> used(asked, staff, draft, about);
      case "keep" -> kept(asked, staff, draft, into);
      case "forget" -> {
        api.post(staff, "/favourites/forget", "name", about);
        yield shown(asked, staff, draft, "", "", null, into);
      }
      case "sign" -> signed(asked, staff, draft);
      default -> asked.field("patient").isPresent() ? found(asked, staff, draft) : shown(asked, staff, draft, "", "",
          null, into);
    };
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  /** The kind of number tells itself: SATUSEHAT's begins with P, a NIK has sixteen digits, a card eleven to thirteen. */
  private Response found(Asked asked, Staff staff, Draft draft) {
    var given = asked.field("patient").orElse("").replaceAll("\\s", "");
    var kind = given.matches("(?i)P\\d{11}") ? "ihs" : given.matches("\\d{16}") ? "nik" : "card";
    var who = api.patient(staff, kind, given.toUpperCase(java.util.Locale.ROOT), "treatment");
    var ihs = text(who, "ihs");
    if (ihs.isEmpty()) {
      return shown(asked, staff, draft, text(who, "name").isEmpty()
          ? asked.page().say("Tidak ada pasien dengan nomor itu: daftarkan dahulu di loket.",
              "No patient has that number: the front desk registers them first.")
          : asked.page().say("Pasien ini belum punya nomor SATUSEHAT.",
          "This patient has no number at SATUSEHAT yet."), "", null, -1);
    }
    return shown(asked, staff, new Draft(ihs, text(who, "name"), text(who, "born"), draft.lines()), "", "", null, -1);
  }

  private static Draft added(Draft draft, String json, int into) {
    Optional<JsonNode> read;
    try {
      read = Optional.of(Json.read(json));
    } catch (Json.Unreadable e) { // no button of ours
      read = Optional.empty();
    }
    if (read.isEmpty()) {
      return draft;
    }
    var row = read.get();
    if (into >= 0 && into < draft.lines().size() && draft.lines().get(into).compound()) {
      return draft.changing(into, line -> plus(line, part(row)));
    }
    var template = text(row, "template");
    return draft.with(new Line("NC", text(row, "kfa"), template, false, text(row, "name"), text(row, "form"),
        text(row, "route").isEmpty() ? "O" : text(row, "route"), "10", text(row, "unit"), "3 dd 1", "", List.of()));
  }

  private static Line plus(Line line, Part part) {
    var parts = new ArrayList<>(line.parts());
    parts.add(part);
    return new Line(line.kind(), line.kfa(), line.template(), line.generic(), line.name(), line.form(), line.route(),
        line.quantity(), line.unit(), line.signa(), line.repeats(), parts);
  }

  /** What has one substance is weighed by it; anything else goes in by the piece. */
  private static Part part(JsonNode row) {
    var substances = row.path("substances");
    var plain = text(row, "name").replaceAll("\\s*\\([^)]*\\)$", "");
    if (substances.size() == 1) {
      var code = text(substances.path(0), "code");
      var name = text(substances.path(0), "name");
      return new Part(code, name.equals(code) ? plain : name, "", "mg", "");
    }
    return new Part(text(row, "kfa"), plain, "", "TAB", "");
  }

  private Response used(Asked asked, Staff staff, Draft draft, String name) {
    var lines = api.get(staff, "/favourites").body().path("rows").valueStream().filter(one -> text(one,
        "name").equals(name)).flatMap(one -> one.path("lines").valueStream()).map(Draft::line).toList();
    var whole = draft;
    for (var line : lines) {
      whole = whole.with(line);
    }
    return shown(asked, staff, whole, "", "", null, -1);
  }

  private Response kept(Asked asked, Staff staff, Draft draft, int into) {
    var page = asked.page();
    var name = asked.field("favourite").orElse("");
    var answer = api.post(staff, "/favourites", "name", name, "lines", draft.told());
    return answer.ok() ? shown(asked, staff, draft, "", page.say("Disimpan sebagai ", "Kept as ") + name + ".", null,
        into) : shown(asked, staff, draft, PharmacyApi.problem(page, answer), "", null, into);
  }

  private Response signed(Asked asked, Staff staff, Draft draft) {
    var page = asked.page();
    if (draft.patient().isEmpty()) {
      return shown(asked, staff, draft, page.say("Cari pasiennya dahulu.", "Find the patient first."), "", null, -1);
    }
    var answer = api.post(staff, "/prescriptions", "patient", draft.patient(), "lines", draft.told(), "visit",
        asked.field("visit").orElse(null), "coverage", asked.field("coverage").orElse(null), "claim",
        asked.field("claim").orElse(null));
    if (!answer.ok()) {
      return shown(asked, staff, draft, PharmacyApi.problem(page, answer), "", null, -1);
    }
    var body = answer.body();
    return shown(asked, staff, Draft.EMPTY, "", "", new Signed(text(body, "id"), text(body, "number"), findings(page,
        body)), -1);
  }

  private static List<Finding> findings(Page page, JsonNode body) {
    return PharmacyApi.findings(page, body.path("findings"));
  }
}
