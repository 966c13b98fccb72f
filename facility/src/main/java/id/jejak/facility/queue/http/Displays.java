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
import id.jejak.kernel.json.Tree;
import java.security.SecureRandom;
import java.time.InstantSource;
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
      return Tree.of("code", code, "display", view(one));
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
      return Tree.of("name", display.name(), "at", clock.instant().toString(),
          "calls", lines.calls(handle, day, display.subs(), display.pharmacy()).stream().map(Displays::call).toList(),
          "sessions", sessions.ofDay(handle, day).stream()
              .filter(one -> display.subs().isEmpty() || display.subs().contains(one.sub()))
              .map(Displays::session).toList(),
          "pharmacy", display.pharmacy() ? rows(handle, day) : List.of());
    });
  }

  private List<Map<String, Object>> rows(Handle handle, java.time.LocalDate day) {
    return lines.pharmacyRows(handle, day).stream().<Map<String, Object>>map(row -> {
      return Tree.of("compounded", row.compounded(), "last", row.last(), "waiting", row.waiting(),
          "called", row.called());
    }).toList();
  }

  private static Map<String, Object> session(Session one) {
    return Tree.of("clinic", one.clinicName(), "doctor", one.doctorName(), "hours", one.open() + "-" + one.close(),
        "called", one.calledNumber(), "waiting", one.waiting(), "closed", one.closed());
  }

  private static Map<String, Object> call(LineStore.Call one) {
    return Tree.of("kind", one.kind(), "number", one.number(), "place", one.place(), "doctor", one.doctor(),
        "compounded", one.compounded(), "calls", one.calls(), "at", one.at().toString());
  }

  private static Map<String, Object> view(Display one) {
    return Tree.of("id", Long.toString(one.id()), "name", one.name(), "subs", one.subs(), "pharmacy", one.pharmacy(),
        "made_at", one.madeAt().toString(), "made_by", one.madeBy());
  }
}
