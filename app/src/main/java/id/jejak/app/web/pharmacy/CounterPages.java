package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;
import static id.jejak.app.web.staff.FacilityApi.encoded;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Page;
import id.jejak.app.web.jte.pharmacy.JtebenchGenerated;
import id.jejak.app.web.jte.pharmacy.JtecounterGenerated;
import id.jejak.app.web.jte.pharmacy.JtequeueGenerated;
import id.jejak.app.web.pharmacy.Bench.Note;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.Staff;
import id.jejak.kernel.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The counter: a queue, a prescription, and one input that everything is typed or scanned into. Nothing is remembered
 * here; what was scanned travels in the page. Thread-safe.
 */
public final class CounterPages {
  /** Where it is. */
  public static final String HOME = "/console/pharmacy";

  private final PharmacyApi api;
  private final InstantSource clock;

  /**
   * The counter over an API.
   *
   * @param clock the time it is, for how long somebody has waited
   */
  public CounterPages(PharmacyApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** The counter, with a prescription where one is named. */
  public Response show(Asked asked, Staff staff) {
    var fetched = asked.field("note").filter("fetched"::equals).isPresent();
    return shown(asked, staff, new State(asked.field("rx").orElse(""), Tray.EMPTY, fetched(asked.page(), fetched)));
  }

  /** Only the queue, as it is now. */
  public Response queue(Asked asked, Staff staff) {
    var waiting = waiting(staff);
    return asked.html(out -> JtequeueGenerated.render(out, null, asked.page(), waiting, asked.field("rx").orElse("")));
  }

  /** Where a piece of work stands. */
  record State(String rx, Tray tray, Note note, @org.jspecify.annotations.Nullable Answer verdict,
      List<Bench.Finding> findings, String goOn, Bench.@org.jspecify.annotations.Nullable Handed handed) {
    State(String rx, Tray tray, Note note) {
      this(rx, tray, note, null, List.of(), "", null);
    }

    State saying(boolean bad, String text) {
      return new State(rx, tray, new Note(bad, text));
    }

    State with(Tray other, String text) {
      return new State(rx, other, new Note(false, text));
    }
  }

  private List<Bench.Waiting> waiting(Staff staff) {
    var now = clock.instant();
    return api.watch(staff, "/waiting").body().path("rows").valueStream().map(row -> new Bench.Waiting(text(row, "id"),
        text(row, "number"), text(row, "visit"), row.path("compound").asBoolean(false),
        Math.max(0, Duration.between(Instant.parse(text(row, "written_at")), now).toMinutes()),
        !text(row, "scanned_at").isEmpty(), row.path("lines").asInt(0))).toList();
  }

  private Response shown(Asked asked, Staff staff, State state) {
    var page = asked.page();
    var note = state.note();
    var script = Optional.<Script>empty();
    if (!state.rx().isEmpty()) {
      var answer = api.get(staff, "/prescriptions/" + encoded(state.rx()));
      if (answer.ok()) {
        var who = api.patient(staff, "ihs", text(answer.body(), "patient"), "dispensing");
        script = Optional.of(Script.of(page, answer.body(), who));
      } else {
        note = new Note(true, PharmacyApi.problem(page, answer));
      }
    }
    var verdict = state.verdict() == null ? null : CounterWords.verdict(page, state.verdict().body());
    var bench = new Bench(waiting(staff), script.orElse(null), state.tray(), note, verdict, state.findings(),
        state.goOn(), state.handed());
    int status = note.bad() && !asked.piece() ? 422 : 200; // a piece with another status would not be put in place
    return asked.piece() ? asked.html(status, out -> JtebenchGenerated.render(out, null, page, bench, staff.name()))
        : asked.html(status, out -> JtecounterGenerated.render(out, null, page, bench, staff.name()));
  }

  /** Whatever was scanned, typed or pressed. */
  public Response act(Asked asked, Staff staff) {
    var state = new State(asked.field("rx").orElse(""), Tray.read(asked.field("tray").orElse("")), Note.NONE);
    var pressed = asked.field("do").orElse("scan");
    var action = pressed.startsWith(CounterSteps.ACCEPT) ? pressed.substring(CounterSteps.ACCEPT.length()) : pressed;
    var steps = new CounterSteps(api, asked.page(), staff);
    if (action.equals("scan")) {
      var typed = asked.field("scan").orElse("");
      var elsewhere = steps.opens(typed);
      if (elsewhere.isPresent()) {
        return open(asked, staff, state, elsewhere.get());
      }
      return shown(asked, staff, steps.scanned(state, typed));
    }
    return shown(asked, staff, switch (action) {
      case "undo" -> state.with(state.tray().without(-1), asked.page().say("Pindaian terakhir dibatalkan.",
          "The last scan is undone."));
      case "substitute" -> steps.substituted(state, asked);
      case "give" -> steps.given(state, asked);
      default -> steps.about(state, asked, action.split(":", -1));
    });
  }

  /** A number of a prescription opens it: one of the house at once, a national one after asking SATUSEHAT. */
  private Response open(Asked asked, Staff staff, State state, CounterSteps.Opens opens) {
    if (!opens.national()) {
      return opened(asked, staff, opens.number(), "");
    }
    var answer = api.post(staff, "/prescriptions/fetch", "nrn", opens.number());
    if (!answer.ok()) {
      return shown(asked, staff, state.saying(true, PharmacyApi.problem(asked.page(), answer)));
    }
    return opened(asked, staff, text(answer.body(), "id"), "note=fetched&");
  }

  /** In place where the page can: what is scanned meanwhile belongs to the prescription that opens. */
  private Response opened(Asked asked, Staff staff, String rx, String note) {
    return asked.piece() ? shown(asked, staff, new State(rx, Tray.EMPTY, fetched(asked.page(), !note.isEmpty())))
        : asked.see(HOME + "?" + note + "rx=" + encoded(rx));
  }

  private static Note fetched(Page page, boolean really) {
    return really ? new Note(false, page.say("Resep diambil dari SATUSEHAT.", "Fetched from SATUSEHAT.")) : Note.NONE;
  }
}
