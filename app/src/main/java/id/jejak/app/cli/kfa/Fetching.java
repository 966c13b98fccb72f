package id.jejak.app.cli.kfa;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.time.Pause;
import id.jejak.kfa.client.ClientLimits;
import id.jejak.kfa.client.DeviceQuery;
import id.jejak.kfa.client.KfaClient;
import id.jejak.kfa.client.Page;
import id.jejak.kfa.client.PriceQuery;
import id.jejak.kfa.client.ProductQuery;
import id.jejak.kfa.client.ProductQuery.Group;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fetches the parts of a dictionary into a spool, page by page, behind what is there already. For one thread. */
final class Fetching {
  /** How often a page that does not come is asked for again before the run is given up. */
  private static final int MOST_WAITS = 20;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  /** Products whose details, and templates whose prices, are kept in one file. */
  private static final int CHUNK = 100;
  private static final String GONE = "404";

  private final KfaClient client;
  private final Spool spool;
  private final Pause pause;
  private final FetchProgress progress;
  private final int size;
  private final Optional<LocalDate> since;
  private final List<String> notes = new ArrayList<>();

  /**
   * A run.
   *
   * @param since only what changed on that day or later
   */
  Fetching(KfaClient client, Spool spool, Pause pause, FetchProgress progress, int size, Optional<LocalDate> since) {
    this.client = client;
    this.spool = spool;
    this.pause = pause;
    this.progress = progress;
    this.size = size;
    this.since = since;
  }

  /** What a person should know about the run. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Fetches one part, if it is not there whole. */
  void fetch(Part part) {
    if (spool.ended(part.word())) {
      return;
    }
    switch (part) {
      case FARMASI -> list(part, page -> client.products(query(Group.FARMASI), page, size), row -> row.raw());
      case ALKES -> list(part, page -> client.products(query(Group.ALKES), page, size), row -> row.raw());
      case TEMPLATES_V3 -> list(part, page -> client.deviceTemplates(devices(), page, size), row -> row.raw());
      case ALKES_V3 -> list(part, page -> client.devices(devices(), page, size), row -> row.raw());
      case ATC -> once(part, () -> client.atc().map(all -> all.stream().map(node -> node.raw()).toList()));
      case TAGS -> once(part, () -> client.tags().map(all -> all.stream().map(node -> node.raw()).toList()));
      case DETAILS -> chunks(part, codes("kfa_code", ""), code -> client.product(code)
          .map(found -> found.stream().map(product -> product.raw()).toList()));
      case PRICES -> chunks(part, codes("product_template", "92"), code -> client.prices(PriceQuery.of(code))
          .rest(ClientLimits.PAGE * 10).map(all -> all.stream().map(price -> price.raw()).toList()));
    }
    spool.end(part.word());
  }

  private ProductQuery query(Group group) {
    return since.map(day -> ProductQuery.all(group).since(day)).orElseGet(() -> ProductQuery.all(group));
  }

  private DeviceQuery devices() {
    return since.map(DeviceQuery.ALL::since).orElse(DeviceQuery.ALL);
  }

  private <T> void list(Part part, IntFunction<Answer<Page<T>>> fetch, Function<T, JsonNode> raw) {
    int number = spool.pages(part.word());
    boolean resumed = number > 0;
    while (true) {
      int next = number + 1;
      var answer = patiently(part, next, () -> fetch.apply(next));
      if (answer.isEmpty()) {
        return;
      }
      var page = answer.get();
      if (!page.items().isEmpty()) {
        spool.keep(part.word(), next, rows(page.items().stream().map(raw).toList()));
        number = next;
      }
      progress.reached(part.word(), Math.min((long) number * page.size(), page.total()), page.total());
      if (page.items().isEmpty() || (long) number * page.size() >= page.total()) {
        if (resumed) {
          notes.add(part.word() + " was fetched in pieces: rows that moved between its pages meanwhile come with the"
              + " next --full run");
        }
        return;
      }
    }
  }

  private void once(Part part, Supplier<Answer<List<JsonNode>>> fetch) {
    patiently(part, 1, fetch).filter(rows -> !rows.isEmpty())
        .ifPresent(rows -> spool.keep(part.word(), 1, rows(rows)));
  }

  private void chunks(Part part, List<String> codes, Function<String, Answer<List<JsonNode>>> fetch) {
    for (int chunk = spool.pages(part.word()); chunk * CHUNK < codes.size(); chunk++) {
      var some = codes.subList(chunk * CHUNK, Math.min(codes.size(), (chunk + 1) * CHUNK));
      var found = new ArrayList<JsonNode>();
      for (var code : some) {
        var rows = patiently(part, chunk + 1, () -> fetch.apply(code));
        if (rows.isEmpty()) {
          return;
        }
        found.addAll(rows.get());
        progress.reached(part.word(), (long) chunk * CHUNK + some.indexOf(code) + 1, codes.size());
      }
      spool.keep(part.word(), chunk + 1, rows(found));
    }
  }

  /** Codes of the products that were fetched, or of their templates, each once. */
  private List<String> codes(String of, String beginning) {
    var codes = new LinkedHashSet<String>();
    for (var part : List.of(Part.FARMASI, Part.ALKES)) {
      spool.each(part.word(), page -> page.forEach(row -> {
        var code = row.path(of).isObject() ? row.path(of).path("kfa_code") : row.path(of);
        if (code.asString("").matches(beginning + "[0-9]{" + (8 - beginning.length()) + "}")) {
          codes.add(code.asString());
        }
      }));
    }
    return List.copyOf(codes);
  }

  private static byte[] rows(List<JsonNode> rows) {
    var array = JsonNodeFactory.instance.arrayNode();
    rows.forEach(array::add);
    return Json.write((Object) array);
  }

  /** The answer, waited for; empty when the source has nothing of the kind. */
  private <T> Optional<T> patiently(Part part, int page, Supplier<Answer<T>> call) {
    for (int waits = 0;; waits++) {
      switch (call.get()) {
        case Done<T>(var value, _) -> {
          return Optional.of(value);
        }
        case Refused<T>(var code, var message) -> {
          if (code.equals(GONE) && part.mayBeGone()) {
            notes.add(part.word() + ": the source does not serve it");
            return Optional.empty();
          }
          throw new StartFailure("the source refused page " + page + " of " + part.word() + " with " + code
              + (message.isEmpty() ? "" : ": " + message) + (code.equals("401") ? " (check the credentials)" : ""));
        }
        case Later<T>(var time, var why) -> wait(part, page, waits, time, why);
        case Unknown<T>(var why) -> wait(part, page, waits, ClientLimits.WAIT, why);
      }
    }
  }

  private void wait(Part part, int page, int waits, Duration time, String why) {
    var wait = time.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : time;
    progress.waiting(part.word(), wait, why);
    if (waits >= MOST_WAITS || !pause.pause(wait)) {
      throw new StartFailure("page " + page + " of " + part.word() + " did not come (" + why
          + "): run the same again, it goes on there");
    }
  }
}
