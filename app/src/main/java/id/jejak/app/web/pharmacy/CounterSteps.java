package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.pharmacy.PharmacyApi.number;
import static id.jejak.app.web.pharmacy.PharmacyApi.text;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Page;
import id.jejak.app.web.pharmacy.Bench.Handed;
import id.jejak.app.web.pharmacy.Bench.Note;
import id.jejak.app.web.pharmacy.CounterPages.State;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.Staff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the counter does with a scan or a key, each from one state to the next. For one request. */
final class CounterSteps {
  /** Before what goes on once findings are accepted. */
  static final String ACCEPT = "accept:";
  private static final String NATIONAL = "(?i)\\d{6}-[A-Z0-9]{7}";
  private static final String OURS = "(?i)R\\d{10,19}";

  private final PharmacyApi api;
  private final Page page;
  private final Staff staff;

  CounterSteps(PharmacyApi api, Page page, Staff staff) {
    this.api = api;
    this.page = page;
    this.staff = staff;
  }

  /** A number that opens a prescription. */
  record Opens(String number, boolean national) {}

  /** Whether a text opens a prescription; anything else is a pack or an amount. */
  Optional<Opens> opens(String typed) {
    if (typed.matches(NATIONAL)) {
      return Optional.of(new Opens(typed.toUpperCase(java.util.Locale.ROOT), true));
    }
    return typed.matches(OURS) ? Optional.of(new Opens(typed.substring(1), false)) : Optional.empty();
  }

  /** What is done about one thing: {@code drop:2}, {@code make:LINE}, {@code take:LINE:COMPOUND:PIECES}, {@code takeback:ID}. */
  State about(State state, Asked asked, String[] words) {
    if (words.length == 2 && words[0].equals("drop") && words[1].matches("\\d{1,3}")) {
      return state.with(state.tray().without(Integer.parseInt(words[1])), "");
    }
    if (words.length == 2 && words[0].equals("make")) {
      return made(state, asked, words[1]);
    }
    if (words.length == 2 && words[0].equals("takeback") && words[1].matches("\\d{1,18}")) {
      return takenBack(state, asked, words[1]);
    }
    var pieces = words.length == 4 && words[0].equals("take") ? Tray.amount(words[3]) : Optional.<BigDecimal>empty();
    return pieces.map(have -> state.with(state.tray().plus(new Tray.Item(words[1], "", words[2], page.say("Racikan ",
        "Compound ") + words[2], "", "", have, have, Map.of())), "")).orElse(state);
  }

  State scanned(State state, String typed) {
    if (typed.isEmpty()) {
      return state;
    }
    var amount = Tray.amount(typed);
    if (amount.isPresent()) {
      return amount(state, amount.get());
    }
    if (state.rx().isEmpty()) {
      return looked(state, api.post(staff, "/verify", "barcode", typed));
    }
    var answer = api.post(staff, "/verify", "barcode", typed, "prescription", state.rx());
    if (!answer.ok()) {
      return state.saying(true, PharmacyApi.problem(page, answer));
    }
    var body = answer.body();
    if (!body.path("good").asBoolean(false)) {
      return new State(state.rx(), state.tray(), Note.NONE, answer, List.of(), "", null);
    }
    if (state.tray().has(text(body, "barcode"))) {
      return state.saying(true, page.say("Kemasan ini sudah dipindai; dihitung sekali.",
          "This pack was scanned already; it counts once."));
    }
    var line = text(body, "line");
    var name = text(body, "name");
    var there = state.tray().of(line).stream().filter(one -> text(body, "kind").equals("NC")
        || one.name().equals(name)).map(Tray.Item::units)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    var have = body.path("units").decimalValue(BigDecimal.ONE);
    var rest = body.path("wanted").decimalValue(BigDecimal.ONE).subtract(there).min(have);
    if (rest.signum() <= 0) {
      return state.saying(true, page.say("Baris itu sudah penuh: kemasan ini tidak diperlukan.",
          "That line is full: this pack is not needed."));
    }
    return state.with(state.tray().plus(item(body, line, rest, Map.of())), name + " · " + text(body, "batch") + " · "
        + rest.toPlainString());
  }

  private static Tray.Item item(JsonNode body, String line, BigDecimal units, Map<String, String> substitution) {
    return new Tray.Item(line, text(body, "barcode"), "", text(body, "name"), text(body, "batch"), text(body, "expiry"),
        units, body.path("units").decimalValue(BigDecimal.ONE), substitution);
  }

  private State amount(State state, BigDecimal amount) {
    if (state.tray().items().isEmpty()) {
      return state.saying(true, page.say("Pindai kemasan dahulu, lalu ketik jumlahnya.",
          "Scan a pack first, then type how much of it."));
    }
    var last = state.tray().items().getLast();
    if (amount.compareTo(last.have()) > 0) {
      return state.saying(true, page.say("Di dalamnya hanya ", "It holds only ") + last.have().toPlainString() + ".");
    }
    return state.with(state.tray().last(amount), amount.toPlainString() + " · " + last.name());
  }

  private State looked(State state, Answer answer) {
    if (!answer.ok()) {
      return state.saying(true, PharmacyApi.problem(page, answer));
    }
    var body = answer.body();
    return body.path("good").asBoolean(false)
        ? state.saying(false, text(body, "name") + " · batch " + text(body, "batch") + " · ED " + text(body, "expiry")
        + " · " + text(body, "place") + " · " + number(body, "units") + page.say(". Buka resep untuk menyerahkannya.",
            ". Open a prescription to dispense it."))
        : new State("", state.tray(), Note.NONE, answer, List.of(), "", null);
  }

  /** Another product in place of the prescribed one, with both who answer for it. */
  State substituted(State state, Asked asked) {
    var barcode = asked.fields().getOrDefault("other", List.of("")).getFirst();
    var answer = api.post(staff, "/verify", "barcode", barcode);
    var line = asked.field("other_line").orElse("");
    var doctor = asked.field("other_doctor").orElse("");
    if (!answer.ok() || !answer.body().path("good").asBoolean(false)) {
      return answer.ok() ? new State(state.rx(), state.tray(), Note.NONE, answer, List.of(), "", null)
          : state.saying(true, PharmacyApi.problem(page, answer));
    }
    if (doctor.isEmpty() || asked.field("other_agreed").isEmpty()) {
      return state.saying(true,
          page.say("Penggantian butuh persetujuan dokter: sebut siapa, dan centang bahwa ia setuju.",
          "A substitution needs the doctor's consent: say who, and tick that they agree."));
    }
    var substitution = Map.of("type", asked.field("other_type").orElse("G"), "reason",
        asked.field("other_reason").orElse("OS"), "text", asked.field("other_text").orElse(""), "doctor", doctor,
        "pharmacist", staff.id());
    var units = asked.field("other_units").flatMap(Tray::amount).orElse(BigDecimal.ONE)
        .min(answer.body().path("units").decimalValue(BigDecimal.ONE));
    return state.with(state.tray().plus(item(answer.body(), line, units, substitution)),
        page.say("Penggantian dicatat: ", "Substitution noted: ") + text(answer.body(), "name"));
  }

  /** Makes a compound of what was scanned for its line. */
  State made(State state, Asked asked, String line) {
    var packs = state.tray().of(line).stream().filter(item -> !item.barcode().isEmpty()).toList();
    var pieces = asked.field("made_" + line).flatMap(Tray::amount).orElse(BigDecimal.ONE);
    var answer = api.post(staff, "/compounds", "line", line, "made", pieces, "packs", Tray.packs(packs), "accept",
        accepted(asked));
    if (!answer.ok()) {
      return refused(state, answer, "make:" + line);
    }
    var body = answer.body();
    var item = new Tray.Item(line, "", text(body, "id"), page.say("Racikan", "Compound") + " " + text(body, "id"), "",
        text(body, "best_by"), pieces, pieces, Map.of());
    return state.with(state.tray().withoutPacksOf(line).plus(item), page.say("Racikan dibuat: ", "Compound made: ")
        + pieces.toPlainString() + " " + text(body, "unit"));
  }

  State given(State state, Asked asked) {
    if (state.tray().items().isEmpty()) {
      return state.saying(true, page.say("Belum ada yang dipindai.", "Nothing was scanned yet."));
    }
    var answer = api.post(staff, "/dispenses", "prescription", state.rx(), "items", state.tray().given(line -> asked.field("seen_" + line)), "accept",
        accepted(asked));
    if (!answer.ok()) {
      return refused(state, answer, "give");
    }
    var names = new java.util.HashMap<String, String>();
    state.tray().items().forEach(item -> names.putIfAbsent(item.line(), item.name()));
    var portions = answer.body().path("dispenses").valueStream().map(one -> new Handed.Portion(text(one, "id"),
        names.getOrDefault(text(one, "line"), ""), number(one, "quantity"), text(one, "unit"), number(one, "price"),
        number(one, "left"))).toList();
    return new State(state.rx(), Tray.EMPTY, new Note(false, page.say("Diserahkan.", "Handed over.")), null, List.of(),
        "", new Handed(state.rx(), portions, number(answer.body(), "price")));
  }

  /** Takes back something that was handed over; all of it is kept apart. */
  private State takenBack(State state, Asked asked, String dispense) {
    var reason = asked.field("back_reason_" + dispense).map(String::strip).orElse("");
    if (reason.isEmpty()) {
      return state.saying(true, page.say("Tulis alasannya dahulu.", "Write the reason first."));
    }
    var answer = api.post(staff, "/dispenses/" + dispense + "/takeback", "kind", asked.field("back_kind_" + dispense)
        .orElse(""), "reason", reason);
    return answer.ok() ? state.saying(false, page.say("Ditarik kembali; kemasannya dikarantina. SATUSEHAT diberi tahu.",
        "Taken back; its packs are kept apart. SATUSEHAT is told.")) : state.saying(true, PharmacyApi.problem(page, answer));
  }

  private static List<String> accepted(Asked asked) {
    return asked.field("do").filter(action -> action.startsWith(ACCEPT)).isEmpty() ? List.of()
        : asked.fields().getOrDefault("accept", List.of());
  }

  private State refused(State state, Answer answer, String goOn) {
    var findings = Script.findings(page, answer.body().path("findings"));
    var opinion = answer.body().path("opinion").isObject() || !text(answer.body(), "reason").isEmpty();
    return new State(state.rx(), state.tray(), new Note(true, PharmacyApi.problem(page, answer)), opinion ? answer
        : null, findings, findings.isEmpty() ? "" : goOn, null);
  }
}
