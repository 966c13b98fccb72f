package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;
import static id.jejak.app.web.staff.FacilityApi.encoded;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.pharmacy.JtemapGenerated;
import id.jejak.app.web.jte.pharmacy.JtepackGenerated;
import id.jejak.app.web.jte.pharmacy.JtestockGenerated;
import id.jejak.app.web.staff.Staff;
import id.jejak.kernel.http.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What lies where, one pack, and what products are: the looking side of stock. Thread-safe. */
public final class StockPages {
  /** Where it is. */
  public static final String HOME = "/console/stock";
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final int SOON_DAYS = 180;

  private final PharmacyApi api;
  private final InstantSource clock;

  /** Pages over an API. */
  public StockPages(PharmacyApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * Packs of one batch in one place.
   *
   * @param soon whether the last day of use is within half a year
   * @param past whether it has passed
   */
  public record Row(String nie, String name, String batch, String expiry, String place, String state, boolean blocked,
      String packs, String units, boolean soon, boolean past) {}

  /** What lies where; what expires first at the head. */
  public Response list(Asked asked, Staff staff) {
    var nie = asked.field("nie").orElse("");
    var before = asked.field("before").filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}")).orElse("");
    var after = asked.field("after").orElse("");
    var today = clock.instant().atZone(JAKARTA).toLocalDate();
    var answer = api.get(staff, "/stock?nie=" + encoded(nie) + "&before=" + encoded(before) + "&after="
        + encoded(after));
    var rows = answer.body().path("rows").valueStream().map(row -> row(row, today)).toList();
    var next = text(answer.body(), "next");
    return asked.html(answer.ok() ? 200 : 422, out -> JtestockGenerated.render(out, null, asked.page(), rows, nie,
        before, next, PharmacyApi.problem(asked.page(), answer)));
  }

  private static Row row(JsonNode row, LocalDate today) {
    var expiry = text(row, "expiry");
    return new Row(text(row, "nie"), text(row, "name"), text(row, "batch"), expiry, text(row, "place"), text(row,
        "state"),
        row.path("blocked").asBoolean(false), PharmacyApi.number(row, "packs"), PharmacyApi.number(row, "units"),
        expiry.compareTo(today.plusDays(SOON_DAYS).toString()) < 0, expiry.compareTo(today.toString()) < 0);
  }

  /** Something that happened to a pack. */
  public record Event(String at, String what, String detail) {}

  /** One pack, and what happened to it. */
  public Response pack(Asked asked, Staff staff) {
    var barcode = asked.field("barcode").orElse("");
    if (barcode.isEmpty()) {
      return asked.html(out -> JtepackGenerated.render(out, null, asked.page(), "", null, List.of(), ""));
    }
    var answer = api.get(staff, "/pack?barcode=" + encoded(barcode));
    var events = answer.body().path("events").valueStream().map(one -> new Event(asked.page().full(
        java.time.Instant.parse(text(one, "at"))), text(one, "what"), String.join(" · ", java.util.stream.Stream.of(
            "facility", "place", "counterpart", "reason", "reference").map(name -> text(one, name))
            .filter(word -> !word.isEmpty()).toList()))).toList();
    return asked.html(answer.ok() ? 200 : 404, out -> JtepackGenerated.render(out, null, asked.page(), barcode,
        answer.ok() ? row(answer.body(), clock.instant().atZone(JAKARTA).toLocalDate()) : null, events,
        PharmacyApi.problem(asked.page(), answer)));
  }

  /** Says what a registration number is. */
  public Response map(Asked asked, Staff staff) {
    return map(asked, 200, asked.field("nie").orElse(""), "", "");
  }

  private Response map(Asked asked, int status, String nie, String problem, String done) {
    return asked.html(status, out -> JtemapGenerated.render(out, null, asked.page(), nie, problem, done));
  }

  /** Asks KFA, and keeps the answer. */
  public Response mapped(Asked asked, Staff staff) {
    var nie = asked.field("nie").orElse("");
    var answer = api.post(staff, "/products", "nie", nie, "kfa", asked.field("kfa").orElse(null), "pack_units",
        asked.field("pack_units").flatMap(Tray::amount).orElse(null), "price",
        asked.field("price").flatMap(Tray::amount).orElse(null));
    return answer.ok() ? map(asked, 200, "", "", text(answer.body(), "nie") + " = " + text(answer.body(), "kfa") + " "
        + text(answer.body(), "name")) : map(asked, 422, nie, PharmacyApi.problem(asked.page(), answer), "");
  }
}
