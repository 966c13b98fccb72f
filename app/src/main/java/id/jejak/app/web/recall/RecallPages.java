package id.jejak.app.web.recall;

import static id.jejak.app.web.pharmacy.PharmacyApi.number;
import static id.jejak.app.web.pharmacy.PharmacyApi.text;
import static id.jejak.app.web.staff.FacilityApi.encoded;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Page;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.jte.recall.JterecallGenerated;
import id.jejak.app.web.jte.recall.JterecallsGenerated;
import id.jejak.app.web.pharmacy.PharmacyApi;
import id.jejak.app.web.pharmacy.StockWords;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.Staff;
import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Recalls: opened, followed to every place and patient, exported, closed. Thread-safe. */
public final class RecallPages {
  /** Where it is. */
  public static final String HOME = "/console/recall";
  /** Words of the audit for why names are needed. */
  private static final Set<String> PURPOSES = Set.of("recall", "reporting", "patient_request");

  private final PharmacyApi api;

  /** Pages over an API. */
  public RecallPages(PharmacyApi api) {
    this.api = api;
  }

  /** A batch of a recall. */
  public record Lot(String nie, String batch, String expiry) {}

  /** A recall. */
  public record Recall(String id, String by, String value, String reason, String openedAt, String facility,
      String closedAt, List<Lot> lots, String dispensed) {
    /** Whether it blocks still. */
    public boolean open() {
      return closedAt.isEmpty();
    }
  }

  /** Packs of a recall at one facility in one state. */
  public record Place(String name, String state, String packs) {}

  /** One pack, and where it is. */
  public record PackRow(String barcode, String facility, String place, String state, String units) {}

  /** Something of it that a patient was given. */
  public record Gone(String patient, String at, String dispense, String compound, String batch, String quantity,
      String unit, boolean takenBack) {}

  /** Everything about one recall. */
  public record View(Recall recall, List<Place> places, List<PackRow> packs, List<Gone> gone, Map<String, String> names,
      boolean more, RecallGraph graph, boolean mayContact, String purpose, String problem) {
    /** Packs that can still be set apart, at all facilities. */
    public long within() {
      return places.stream().filter(one -> Set.of("shelf", "opened", "quarantine").contains(one.state()))
          .mapToLong(one -> Long.parseLong(one.packs())).sum();
    }

    /** People who were given of it. */
    public long people() {
      return gone.stream().map(Gone::patient).distinct().count();
    }
  }

  /** The list, and the form to open one. */
  public Response list(Asked asked, Staff staff) {
    return list(asked, staff, 200, "");
  }

  private Response list(Asked asked, Staff staff, int status, String problem) {
    var answer = api.get(staff, "/recalls");
    var rows = answer.body().path("rows").valueStream().map(row -> recall(asked.page(), row)).toList();
    return asked.html(status, out -> JterecallsGenerated.render(out, null, asked.page(), rows,
        asked.field("value").orElse(""), problem.isEmpty() ? PharmacyApi.problem(asked.page(), answer) : problem,
        staff.may(Permission.RECALL_CONTACT)));
  }

  private static Recall recall(Page page, JsonNode one) {
    var opened = text(one, "opened_at");
    return new Recall(text(one, "id"), text(one, "by"), text(one, "value"), text(one, "reason"),
        opened.isEmpty() ? "" : page.full(java.time.Instant.parse(opened)), text(one, "facility"), text(one,
        "closed_at"),
        one.path("lots").valueStream().map(lot -> new Lot(text(lot, "nie"), text(lot, "batch"), text(lot, "expiry")))
            .toList(), number(one, "dispensed"));
  }

  /** Opens one: from here on nothing of it is dispensed. */
  public Response open(Asked asked, Staff staff) {
    var answer = api.post(staff, "/recalls", "by", asked.field("by").orElse(null), "value",
        asked.field("value").map(PharmacyApi::plain).orElse(null), "nie", asked.field("nie").orElse(null), "reason",
        asked.field("reason").orElse(null));
    return answer.ok() ? asked.see(HOME + "/" + text(answer.body(), "id"))
        : list(asked, staff, 422, PharmacyApi.problem(asked.page(), answer));
  }

  /** One recall, on one screen. */
  public Response one(Asked asked, Staff staff) {
    return one(asked, staff, 200, Map.of(), "", "");
  }

  private Response one(Asked asked, Staff staff, int status, Map<String, String> names, String purpose,
      String problem) {
    var page = asked.page();
    var id = encoded(asked.request().var("id"));
    var answer = api.get(staff, "/recalls/" + id);
    if (!answer.ok()) {
      return missing(asked, answer);
    }
    var recall = recall(page, answer.body());
    var places = answer.body().path("packs").valueStream().map(row -> new Place(text(row, "facility"), text(row,
        "state"), number(row, "packs"))).toList();
    var packs = api.get(staff, "/recalls/" + id + "/packs").body();
    boolean may = staff.may(Permission.RECALL_CONTACT);
    var patients = may ? api.get(staff, "/recalls/" + id + "/patients").body() : MissingNode.getInstance();
    var gone = patients.path("rows").valueStream().map(row -> new Gone(text(row, "patient"), page.full(
        java.time.Instant.parse(text(row, "at"))), text(row, "dispense"), text(row, "compound"), text(row, "batch"),
        number(row, "quantity"), text(row, "unit"), row.path("taken_back").asBoolean(false))).toList();
    var view = new View(recall, places, packs.path("rows").valueStream().map(row -> new PackRow(
        PharmacyApi.spelt(text(row, "barcode")), text(row, "facility"), text(row, "place"),
        StockWords.state(page, text(row, "state")), number(row, "units"))).toList(), gone, names,
        !text(packs, "next").isEmpty() || !text(patients, "next").isEmpty(),
        RecallGraph.of(page, recall, places, gone, names), may, purpose, problem);
    return asked.html(status, out -> JterecallGenerated.render(out, null, page, view));
  }

  private static Response missing(Asked asked, Answer answer) {
    var page = asked.page();
    return asked.html(answer.status() == 404 ? 404 : 502, out -> JtemessageGenerated.render(out, null, page,
        page.say("Penarikan tidak ditemukan", "No such recall"), PharmacyApi.problem(page, answer)));
  }

  /** Names, for a purpose that is written down first: shown, or as a file. */
  public Response contacts(Asked asked, Staff staff) {
    var page = asked.page();
    var purpose = asked.field("purpose").filter(PURPOSES::contains).orElse("");
    if (purpose.isEmpty()) {
      return one(asked, staff, 422, Map.of(), "", page.say("Sebut untuk apa nama diperlukan.",
          "Say what the names are needed for."));
    }
    boolean file = asked.field("as").filter("file"::equals).isPresent();
    var answer = api.post(staff, "/recalls/" + encoded(asked.request().var("id")) + "/contacts", "purpose", purpose,
        "as", file ? "csv" : "rows");
    if (!answer.ok()) {
      return one(asked, staff, 422, Map.of(), "", PharmacyApi.problem(page, answer));
    }
    return file ? Response.of(200, answer.type(), answer.bytes()).with("Content-Disposition",
        "attachment; filename=\"recall-" + asked.request().var("id").replaceAll("\\D", "") + ".csv\"")
        : one(asked, staff, 200, names(answer.body().path("rows")), purpose, "");
  }

  /** Patient to name, of those that have one. */
  private static Map<String, String> names(JsonNode rows) {
    var names = new LinkedHashMap<String, String>();
    rows.valueStream().filter(row -> !text(row, "name").isEmpty()).forEach(row -> names.put(text(row, "patient"),
        text(row, "name")));
    return names;
  }

  /** Ends it. */
  public Response close(Asked asked, Staff staff) {
    var answer = api.post(staff, "/recalls/" + encoded(asked.request().var("id")) + "/close");
    return answer.ok() ? asked.see(HOME + "/" + encoded(asked.request().var("id")))
        : one(asked, staff, 422, Map.of(), "", PharmacyApi.problem(asked.page(), answer));
  }
}
