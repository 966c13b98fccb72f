package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.jte.pharmacy.JtegoodsGenerated;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.Staff;
import id.jejak.app.web.ttac.Lists;
import id.jejak.kernel.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Goods in, counting, moving, sending: a list is scanned, typed or sent as a file, looked at, and then done.
 * Thread-safe.
 */
public final class GoodsPages {
  /** Bytes of a form with a file. */
  public static final long FORM_BYTES = Lists.FILE_BYTES;
  private static final List<String> ACTIONS = List.of("in", "count", "move", "send");
  /** What else a form asks for; kept between the look and the deed. */
  private static final List<String> FIELDS = List.of("place", "units", "nie", "batch", "expiry", "apart", "reason",
      "sarana");

  private final PharmacyApi api;

  /** Pages over an API. */
  public GoodsPages(PharmacyApi api) {
    this.api = api;
  }

  /** Something on its way here. */
  public record Inbound(String barcode, String level, String nie, String batch, String expiry, String packs,
      String sender) {}

  /**
   * What a look found.
   *
   * @param good barcodes that pass
   * @param bad barcode to what is wrong with it
   * @param facts what else is to be said
   */
  public record Look(List<String> good, Map<String, String> bad, List<String> facts) {
    /** The good ones, as a page can hold them. */
    public String list() {
      return PharmacyApi.spelt(String.join("\n", good));
    }
  }

  /** What a form shows. */
  public record Sheet(String action, String list, Map<String, String> fields, List<Inbound> inbound,
      @org.jspecify.annotations.Nullable Look look, String problem, String done) {
    /** A field as it was filled in. */
    public String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /** The form of an action. */
  public Response form(Asked asked, Staff staff) {
    return shown(asked, staff, sheet(asked, asked.field("barcode").orElse(""), null, "", ""));
  }

  private static Sheet sheet(Asked asked, String list, @org.jspecify.annotations.Nullable Look look, String problem,
      String done) {
    var fields = new TreeMap<String, String>();
    FIELDS.forEach(name -> asked.field(name).ifPresent(value -> fields.put(name, value)));
    return new Sheet(asked.request().var("action"), PharmacyApi.spelt(list), fields, List.of(), look, problem, done);
  }

  private Response shown(Asked asked, Staff staff, Sheet sheet) {
    var page = asked.page();
    if (!ACTIONS.contains(sheet.action())) {
      return asked.html(404, out -> JtemessageGenerated.render(out, null, page, page.say("Tidak ada", "Not there"),
          page.say("Barang masuk, hitung, pindah, dan kirim.", "Goods in, count, move and send.")));
    }
    var whole = sheet;
    if (sheet.action().equals("in")) {
      var answer = api.get(staff, "/inbound");
      var rows = answer.body().path("units").valueStream().map(one -> new Inbound(text(one, "barcode"), text(one,
          "level"), text(one, "nie"), text(one, "batch"), text(one, "expiry"), PharmacyApi.number(one, "packs"),
          text(one, "sender_name"))).toList();
      whole = new Sheet(sheet.action(), sheet.list(), sheet.fields(), rows, sheet.look(), sheet.problem().isEmpty()
          ? PharmacyApi.problem(page, answer) : sheet.problem(), sheet.done());
    }
    var ready = whole;
    return asked.html(sheet.problem().isEmpty() ? 200 : 422, out -> JtegoodsGenerated.render(out, null, page, ready));
  }

  /** Looks first; does it when it was said so. */
  public Response act(Asked asked, Staff staff) {
    var page = asked.page();
    List<String> barcodes;
    try {
      barcodes = Lists.read(asked.fields().getOrDefault("barcodes", List.of("")).getFirst(), asked.file()).stream()
          .map(PharmacyApi::plain).toList();
    } catch (Lists.Unfit e) {
      return shown(asked, staff, sheet(asked, "", null, page.say("Berkas tidak terbaca: kirim .csv atau .xlsx dengan"
          + " barcode di kolom pertama.",
          "The file cannot be read: send .csv or .xlsx with barcodes in the first column."), ""));
    }
    var action = asked.request().var("action");
    if (barcodes.isEmpty() && !action.equals("count")) {
      return shown(asked, staff, sheet(asked, "", null, page.say("Belum ada barcode.", "No barcodes yet."), ""));
    }
    var list = String.join("\n", barcodes);
    boolean confirmed = asked.field("confirm").isPresent();
    return shown(asked, staff, switch (action) {
      case "in" -> confirmed ? received(asked, staff, barcodes) : checked(asked, staff, barcodes);
      case "count" -> counted(asked, staff, barcodes, confirmed);
      case "move" -> confirmed ? ended(asked, list, api.post(staff, "/move", "barcodes", barcodes, "place", value(asked,
          "place"), "quarantine", apart(asked), "reason", value(asked, "reason")), page.say("kemasan dipindahkan.",
          "packs moved."), barcodes) : leaving(asked, staff, barcodes);
      case "send" -> confirmed ? ended(asked, list, api.post(staff, "/send", "barcodes", barcodes, "sarana", value(asked,
          "sarana"), "reason", value(asked, "reason"), "units", lines(asked, "units")),
          page.say("kemasan dikirim; TTAC diberi tahu.", "packs sent; TTAC is told."), barcodes)
          : leaving(asked, staff, barcodes);
      default -> sheet(asked, list, null, "", "");
    });
  }

  /** Every problem is seen before anything is moved or sent. */
  private Sheet leaving(Asked asked, Staff staff, List<String> barcodes) {
    var page = asked.page();
    var list = String.join("\n", barcodes);
    if (barcodes.size() > Leaving.MOST) {
      return sheet(asked, list, null, page.say("Paling banyak " + page.number(Leaving.MOST) + " kemasan sekaligus.",
          "At most " + page.number(Leaving.MOST) + " packs at once."), "");
    }
    var answer = api.post(staff, "/packs", "barcodes", barcodes);
    if (!answer.ok()) {
      return sheet(asked, list, null, PharmacyApi.problem(page, answer), "");
    }
    var rows = answer.body().path("rows");
    var leaving = new Leaving(page, staff.facility());
    return sheet(asked, list, asked.request().var("action").equals("move") ? leaving.moving(rows)
        : leaving.sending(rows, asked.field("reason").isPresent()), "", "");
  }

  private static @org.jspecify.annotations.Nullable String value(Asked asked, String name) {
    return asked.field(name).orElse(null);
  }

  private static @org.jspecify.annotations.Nullable Boolean apart(Asked asked) {
    return asked.field("apart").map("yes"::equals).orElse(null);
  }

  private static List<String> lines(Asked asked, String name) {
    return asked.field(name).map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty())
        .map(PharmacyApi::plain).toList())
        .orElse(List.of());
  }

  private Sheet checked(Asked asked, Staff staff, List<String> barcodes) {
    var page = asked.page();
    var answer = api.post(staff, "/receive/check", "barcodes", barcodes, "nie", value(asked, "nie"), "batch",
        value(asked, "batch"), "expiry", value(asked, "expiry"));
    var list = String.join("\n", barcodes);
    if (!answer.ok()) {
      return sheet(asked, list, null, PharmacyApi.problem(page, answer), "");
    }
    var good = new ArrayList<String>();
    var bad = new TreeMap<String, String>();
    var unmapped = new TreeMap<String, Integer>();
    for (var row : answer.body().path("rows")) {
      if (row.path("good").asBoolean(false)) {
        good.add(text(row, "barcode"));
        if (!row.path("mapped").asBoolean(true)) {
          unmapped.merge(text(row, "nie"), 1, Integer::sum);
        }
      } else {
        bad.put(text(row, "barcode"), problem(asked, text(row, "problem")));
      }
    }
    var facts = unmapped.entrySet().stream().map(one -> page.say("Belum dipetakan ke KFA: ", "Not mapped to KFA yet: ")
        + one.getKey() + " (" + one.getValue() + ")").toList();
    return sheet(asked, list, new Look(good, bad, facts), "", "");
  }

  private static String problem(Asked asked, String code) {
    var page = asked.page();
    return switch (code) {
      case "untold" -> page.say("tidak memuat NIE, batch, kedaluwarsa: isi dari surat jalan",
          "does not tell NIE, batch, expiry: fill them in from the delivery note");
      case "twice" -> page.say("dua kali dalam daftar", "twice in the list");
      case "held" -> page.say("sudah ada di sini", "here already");
      case "held-elsewhere" -> page.say("dipegang fasilitas lain: tanyakan sebelum apa pun",
          "another facility holds it: ask it" + " before anything else");
      case "recalled" -> page.say("ditarik dari peredaran", "recalled");
      case "expired" -> page.say("sudah kedaluwarsa", "expired");
      default -> code;
    };
  }

  private Sheet received(Asked asked, Staff staff, List<String> barcodes) {
    var page = asked.page();
    var answer = api.post(staff, "/receive", "barcodes", barcodes, "place", value(asked, "place"), "units",
        lines(asked, "units"), "nie", value(asked, "nie"), "batch", value(asked, "batch"), "expiry", value(asked,
        "expiry"), "quarantine", apart(asked));
    if (!answer.ok()) {
      return sheet(asked, String.join("\n", barcodes), null, PharmacyApi.problem(page, answer), "");
    }
    var body = answer.body();
    var done = PharmacyApi.number(body, "received") + page.say(" kemasan diterima; TTAC diberi tahu.",
        " packs received; TTAC is told.");
    if (body.path("blocked").asLong(0) > 0) {
      done += " " + PharmacyApi.number(body, "blocked") + page.say(" di antaranya ditarik, dan diblokir.",
          " of them are recalled, and blocked.");
    }
    var unmapped = body.path("unmapped").valueStream().map(one -> one.asString("")).collect(Collectors.joining(", "));
    return sheet(asked, "", null, "", unmapped.isEmpty() ? done : done + page.say(" Belum dipetakan: ", " Not mapped: ")
        + unmapped);
  }

  private Sheet counted(Asked asked, Staff staff, List<String> barcodes, boolean apply) {
    var page = asked.page();
    var answer = api.post(staff, "/count", "barcodes", barcodes, "place", value(asked, "place"), "apply", apply);
    var list = String.join("\n", barcodes);
    if (!answer.ok()) {
      return sheet(asked, list, null, PharmacyApi.problem(page, answer), "");
    }
    var body = answer.body();
    var bad = new TreeMap<String, String>();
    body.path("missing").forEach(one -> bad.put(one.asString(""), page.say("tidak terpindai", "not scanned")));
    body.path("elsewhere").forEach(one -> bad.put(one.asString(""), page.say("seharusnya di tempat lain",
        "should lie elsewhere")));
    body.path("unknown").forEach(one -> bad.put(one.asString(""), page.say("tidak pernah diterima di sini",
        "never received here")));
    var found = PharmacyApi.number(body, "found") + page.say(" dari ", " of ") + PharmacyApi.number(body, "expected")
        + page.say(" kemasan ditemukan.", " packs found.");
    return apply ? sheet(asked, "", null, "", found + page.say(" Selisih dicatat.",
        " The differences are written down.")) : sheet(asked, list, new Look(barcodes, bad, List.of(found)), "", "");
  }

  private static Sheet ended(Asked asked, String list, Answer answer, String done, List<String> barcodes) {
    if (answer.ok()) {
      return sheet(asked, "", null, "", barcodes.size() + " " + done);
    }
    var page = asked.page();
    var bad = new TreeMap<String, String>();
    answer.body().path("not_here").forEach(one -> bad.put(one.asString(""), page.say("tidak ada di sini", "not here")));
    return sheet(asked, list, bad.isEmpty() ? null : new Look(barcodes.stream().filter(one -> !bad.containsKey(one))
        .toList(), bad, List.of()), PharmacyApi.problem(page, answer), "");
  }
}
