package id.jejak.app.web.kfa;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.jte.kfa.JtehitsGenerated;
import id.jejak.app.web.jte.kfa.JteproductGenerated;
import id.jejak.app.web.jte.kfa.JtesearchGenerated;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Search as one types, and one product with its prices and siblings. Everything over KFA's wire. Thread-safe. */
public final class KfaPages {
  private static final int HITS = 20;
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final List<String> SHOWN = List.of("nama_dagang", "manufacturer", "registrar", "nie",
      "produksi_buatan", "generik", "rxterm", "dose_per_unit", "kode_lkpp", "state", "updated_at");

  private final Handler wire;
  private final Supplier<String> token;
  private final InstantSource clock;
  private final AtomicReference<@Nullable String> kept = new AtomicReference<>();

  /**
   * Pages over a wire.
   *
   * @param token gets an access token of the platform
   */
  public KfaPages(Handler wire, Supplier<String> token, InstantSource clock) {
    this.wire = wire;
    this.token = token;
    this.clock = clock;
  }

  /** What a product page shows. */
  public record Product(String code, String name, boolean active, Map<String, String> facts, List<String> ingredients,
      Optional<Hit> template, Optional<PricePlot> prices, @Nullable String fixPrice, @Nullable String het,
      List<Hit> siblings) {}

  /** The search page, or only its hits. */
  public Response search(Asked asked) {
    var words = asked.field("q").orElse("");
    var hits = words.isEmpty() ? List.<Hit>of() : hits(words, asked.field("type").orElse(""), HITS);
    return asked.piece() ? asked.html(out -> JtehitsGenerated.render(out, null, asked.page(), words, hits))
        : asked.html(out -> JtesearchGenerated.render(out, null, asked.page(), words, asked.field("type").orElse(""),
            hits));
  }

  private List<Hit> hits(String words, String type, int size) {
    return get("/kfa/search?size=" + size + "&q=" + encoded(words) + (type.isEmpty() ? "" : "&type=" + encoded(type)))
        .map(answer -> answer.path("items").valueStream().map(Hit::of).toList()).orElse(List.of());
  }

  /** One product. */
  public Response product(Asked asked) {
    var code = asked.request().var("code");
    var found = get("/kfa-v2/products?identifier=kfa&code=" + encoded(code)).map(answer -> answer.path("result"))
        .filter(JsonNode::isObject);
    return found.map(result -> {
      var product = product(code, result);
      return asked.html(out -> JteproductGenerated.render(out, null, asked.page(), product));
    }).orElseGet(() -> missing(asked, code));
  }

  private Product product(String code, JsonNode result) {
    var facts = new LinkedHashMap<String, String>();
    for (var name : SHOWN) {
      var value = result.path(name);
      if (value.isString() || value.isNumber() || value.isBoolean()) {
        facts.put(name, value.isString() ? value.stringValue() : value.toString());
      }
    }
    for (var name : List.of("farmalkes_type", "dosage_form", "controlled_drug", "rute_pemberian", "uom", "atc_ddd")) {
      if (result.path(name).path("name").isString()) {
        facts.put(name, result.path(name).path("name").stringValue());
      }
    }
    var ingredients = result.path("active_ingredients").valueStream().map(one ->
        one.path("zat_aktif").asString("") + " " + one.path("kekuatan_zat_aktif").asString("")).toList();
    var template = Optional.of(result.path("product_template")).filter(JsonNode::isObject).map(one -> new Hit(
        one.path("kfa_code").asString(""), one.path("name").asString(""), "template", List.of()));
    var prices = get("/kfa/products/farmalkes-price-jkn?page=1&limit=100&kfa_code=" + encoded(code))
        .flatMap(answer -> PricePlot.of(answer.path("items").path("data"), clock.instant().atZone(JAKARTA)
            .toLocalDate()));
    var siblings = template.map(one -> hits(one.name(), "product", HITS)).orElse(List.of()).stream()
        .filter(hit -> !hit.code().equals(code)).limit(12).toList();
    return new Product(code, result.path("name").asString(code), result.path("active").asBoolean(false), facts,
        ingredients, template, prices, price(result, "fix_price"), price(result, "het_price"), siblings);
  }

  private static @Nullable String price(JsonNode result, String name) {
    return result.path(name).isNumber() ? result.path(name).decimalValue().toPlainString() : null;
  }

  private static Response missing(Asked asked, String code) {
    var page = asked.page();
    return asked.html(404, out -> JtemessageGenerated.render(out, null, page,
        page.say("Produk tidak ditemukan", "Product not found"), page.say(
            "Tidak ada produk dengan kode itu: cari dengan nama.", "No product has that code: search by name.")));
  }

  /** Asks with the token that is there, and once more with a fresh one. */
  private Optional<JsonNode> get(String target) {
    for (int attempt = 0; attempt < 2; attempt++) {
      var there = kept.get();
      if (there == null) {
        there = token.get();
        kept.set(there);
      }
      try {
        var answer = wire.handle(Request.of("GET", target, Headers.of("Authorization", "Bearer " + there), Body.EMPTY));
        if (answer.status() == 200) {
          return Optional.of(Json.read(answer.bytes()));
        }
      } catch (NoAnswer | Json.Unreadable e) { // a planned fault, perhaps: the page shows that nothing was found
        return Optional.empty();
      }
      kept.set(null);
    }
    return Optional.empty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
