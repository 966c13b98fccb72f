package id.jejak.app.web.kfa;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Upload;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.jte.kfa.JtemappingGenerated;
import id.jejak.app.web.jte.kfa.JtemappingsGenerated;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.NameOperations;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The workbench: a list is uploaded, judged by the dictionary over the wire, reviewed with keys only. Thread-safe. */
public final class MappingPages {
  /** Bytes of an upload with its form around it. */
  public static final long FORM_BYTES = NameOperations.LIST_BYTES + 64 * 1024L;
  private static final int NAME = 100;

  private final MappingStore store;
  private final Handler wire;
  private final Supplier<String> token;
  private final Ids ids;
  private final InstantSource machine;

  /**
   * Pages over kept mappings.
   *
   * @param wire to the dictionary
   * @param token gets an access token of the platform
   */
  public MappingPages(MappingStore store, Handler wire, Supplier<String> token, Ids ids, InstantSource machine) {
    this.store = store;
    this.wire = wire;
    this.token = token;
    this.ids = ids;
    this.machine = machine;
  }

  /** A candidate of a row. */
  public record Candidate(int key, String code, String name, String why) {}

  /** All mappings. */
  public Response list(Asked asked) {
    return list(asked, 200, "");
  }

  private Response list(Asked asked, int status, String problem) {
    return asked.html(status, out -> JtemappingsGenerated.render(out, null, asked.page(), store.all(), problem));
  }

  /** Takes a list. */
  public Response upload(Asked asked) {
    var file = asked.file().filter(one -> one.bytes().length > 0);
    if (file.isEmpty()) {
      return list(asked, 422, asked.page().say("Pilih berkas dahulu.", "Choose a file first."));
    }
    return judge(file.get()).map(answer -> {
      if (!answer.path("items").isArray()) {
        return list(asked, 422, answer.path("detail").asString(asked.page().say("Berkas tidak terbaca.",
            "The file cannot be read.")));
      }
      long id = ids.next();
      var name = file.get().name();
      store.add(id, name.length() > NAME ? name.substring(0, NAME) : name, machine.instant(), answer.path("items"));
      return asked.see("/console/mapping/" + id);
    }).orElseGet(() -> list(asked, 502, asked.page().say("KFA tidak menjawab; coba lagi.",
        "KFA does not answer; try again.")));
  }

  private Optional<JsonNode> judge(Upload file) {
    try {
      return Optional.of(Json.read(wire.handle(Request.of("POST", "/kfa/map?format=json", Headers.of("Authorization",
          "Bearer " + token.get(), "Content-Type", "application/octet-stream"), Body.of(file.bytes()))).bytes()));
    } catch (NoAnswer | Json.Unreadable e) { // a planned fault, perhaps: the page says that nothing came
      return Optional.empty();
    }
  }

  private Optional<MappingStore.Mapping> find(Asked asked) {
    return Optional.of(asked.request().var("id")).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong)
        .flatMap(id -> store.all().stream().filter(one -> one.id() == id).findFirst());
  }

  /** One row to decide: the next one that is open, or the one that is named. */
  public Response review(Asked asked) {
    return find(asked).map(mapping -> {
      int at = asked.number("at", 0);
      var row = at > 0 ? store.from(mapping.id(), at, false) : store.from(mapping.id(), 1, true);
      return asked.html(out -> JtemappingGenerated.render(out, null, asked.page(), mapping, row.orElse(null),
          row.map(MappingPages::candidates).orElse(List.of())));
    }).orElseGet(() -> missing(asked));
  }

  private static List<Candidate> candidates(MappingStore.Row row) {
    var made = new java.util.ArrayList<Candidate>();
    for (var one : row.candidates()) {
      made.add(new Candidate(made.size() + 1, one.path("kfa_code").asString(""), one.path("name").asString(""),
          String.join(" · ", one.path("why").valueStream().map(why -> why.asString("")).toList())));
    }
    return made.size() > 9 ? made.subList(0, 9) : made;
  }

  /** Decides a row and goes to the next. */
  public Response decide(Asked asked) {
    return find(asked).map(mapping -> {
      int position = asked.number("position", 0);
      asked.field("code").filter(code -> code.matches("\\d{8}|none")).ifPresent(code ->
          store.decide(mapping.id(), position, code.equals("none") ? "" : code));
      var next = store.from(mapping.id(), position + 1, true);
      return asked.see("/console/mapping/" + mapping.id() + next.map(row -> "?at=" + row.position()).orElse(""));
    }).orElseGet(() -> missing(asked));
  }

  /** The mapping as CSV, what is not decided with an empty code. */
  public Response export(Asked asked) {
    return find(asked).map(mapping -> {
      var out = new StringBuilder("name,code,unit,kfa_code,decided\n");
      store.rows(mapping.id()).forEach(row -> out.append(cell(row.input().path("name").asString(""))).append(',')
          .append(cell(row.input().path("code").asString(""))).append(',')
          .append(cell(row.input().path("unit").asString(""))).append(',')
          .append(row.chosen() == null ? "" : row.chosen()).append(',').append(row.chosen() != null).append('\n'));
      return Response.of(200, "text/csv; charset=utf-8", out.toString())
          .with("Content-Disposition", "attachment; filename=\"mapping-" + mapping.id() + ".csv\"");
    }).orElseGet(() -> missing(asked));
  }

  /** A cell that no spreadsheet takes for a formula. */
  private static String cell(String text) {
    var safe = text.matches("[=+@\\-\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\n\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static Response missing(Asked asked) {
    var page = asked.page();
    return asked.html(404, out -> JtemessageGenerated.render(out, null, page, page.say("Tidak ada", "Not found"),
        page.say("Pemetaan itu tidak ada.", "There is no such mapping.")));
  }
}
