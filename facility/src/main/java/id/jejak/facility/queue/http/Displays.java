package id.jejak.facility.queue.http;

import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.domain.Session;
import id.jejak.facility.queue.store.DisplayStore;
import id.jejak.facility.queue.store.DisplayStore.Display;
import id.jejak.facility.queue.store.LineStore;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.ids.Tokens;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Screens in waiting rooms: what hangs there is seen by everybody, so it shows numbers and clinics only. Thread-safe. */
final class Displays {
  private static final int CODE = 24;

  private final Db db;
  private final DisplayStore store;
  private final ScheduleStore sessions;
  private final LineStore lines;
  private final Options options;
  private final Ids ids;
  private final Tokens tokens;
  private final InstantSource clock;

  Displays(Db db, DisplayStore store, ScheduleStore sessions, LineStore lines, Options options, Ids ids,
      SecureRandom random, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.sessions = sessions;
    this.lines = lines;
    this.options = options;
    this.ids = ids;
    this.tokens = new Tokens(random);
    this.clock = clock;
  }

  Object list(DeskAsked asked) {
    return db.read(store::all).stream().map(Displays::view).toList();
  }

  Object add(DeskAsked asked) {
    var name = asked.text("name", Limits.CODE_LENGTH);
    var subs = asked.textOrEmpty("subs", Limits.FIELD_LENGTH).map(text -> List.of(text.split("\\s+"))).orElse(List.of());
    var one = new Display(ids.next(), name, subs, asked.flag("pharmacy").orElse(false), clock.instant(),
        asked.by().orElse(""));
    var code = tokens.alphanumeric(CODE);
    return db.transaction(tx -> {
      store.add(tx, one, Tokens.hash(code));
      var view = new LinkedHashMap<String, Object>();
      view.put("code", code);
      view.put("display", view(one));
      return (Map<String, Object>) view;
    });
  }

  Object remove(DeskAsked asked) {
    if (!db.<Boolean>transaction(tx -> store.remove(tx, asked.id()))) {
      throw DeskStop.with(DeskMessage.DISPLAY_UNKNOWN);
    }
    return Map.of("removed", true);
  }

  Object show(DeskAsked asked) {
    var day = options.zone().date(clock.instant());
    return db.read(handle -> {
      var display = store.byCode(handle, Tokens.hash(asked.path("code")))
          .orElseThrow(() -> DeskStop.with(DeskMessage.DISPLAY_UNKNOWN));
      var view = new LinkedHashMap<String, Object>();
      view.put("name", display.name());
      view.put("at", clock.instant().toString());
      view.put("calls", lines.calls(handle, day, display.subs(), display.pharmacy()).stream().map(Displays::call)
          .toList());
      view.put("sessions", sessions.ofDay(handle, day).stream()
          .filter(one -> display.subs().isEmpty() || display.subs().contains(one.sub())).map(Displays::session).toList());
      view.put("pharmacy", display.pharmacy() ? rows(handle, day) : List.of());
      return (Map<String, Object>) view;
    });
  }

  private List<Map<String, Object>> rows(Handle handle, java.time.LocalDate day) {
    return lines.pharmacyRows(handle, day).stream().<Map<String, Object>>map(row -> {
      var view = new LinkedHashMap<String, Object>();
      view.put("compounded", row.compounded());
      view.put("last", row.last());
      view.put("waiting", row.waiting());
      view.put("called", row.called());
      return view;
    }).toList();
  }

  private static Map<String, Object> session(Session one) {
    var view = new LinkedHashMap<String, Object>();
    view.put("clinic", one.clinicName());
    view.put("doctor", one.doctorName());
    view.put("hours", one.open() + "-" + one.close());
    view.put("called", one.calledNumber());
    view.put("waiting", one.waiting());
    view.put("closed", one.closed());
    return view;
  }

  private static Map<String, Object> call(LineStore.Call one) {
    var view = new LinkedHashMap<String, Object>();
    view.put("kind", one.kind());
    view.put("number", one.number());
    view.put("place", one.place());
    view.put("doctor", one.doctor());
    view.put("compounded", one.compounded());
    view.put("calls", one.calls());
    view.put("at", one.at().toString());
    return view;
  }

  private static Map<String, Object> view(Display one) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", Long.toString(one.id()));
    view.put("name", one.name());
    view.put("subs", one.subs());
    view.put("pharmacy", one.pharmacy());
    view.put("made_at", one.madeAt().toString());
    view.put("made_by", one.madeBy());
    return view;
  }
}
