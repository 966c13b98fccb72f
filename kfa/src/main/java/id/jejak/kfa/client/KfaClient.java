package id.jejak.kfa.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.time.Pause;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * KFA, called. Every call only reads; what comes back is one of
 *
 * <ul>
 *   <li>{@link Answer.Done}: the rows, perhaps none. Something that is not there is an empty {@link Optional}.
 *   <li>{@link Answer.Refused}: the HTTP status and the service's words; the same call will be refused again.
 *   <li>{@link Answer.Later}: the service is busy, broken or far away, and further tries did not help.
 * </ul>
 *
 * <p>Rows are read as they come: members nobody knows are ignored, and what the service writes where there is nothing
 * ({@code false}, {@code "/"}, empty things) is nothing. Thread-safe.
 */
public final class KfaClient {
  private final Wire wire;
  private final ClientSettings settings;

  /**
   * A client.
   *
   * @param transport to the service: paths begin with {@code /kfa}, {@code /kfa-v2}, {@code /kfa-v3}
   * @param pause how time passes between tries
   * @param chance spreads tries; shared by all threads
   */
  public KfaClient(Handler transport, Access access, ClientSettings settings, InstantSource clock, Pause pause,
      RandomGenerator chance) {
    this.wire = new Wire(transport, access, settings, clock, pause, chance);
    this.settings = settings;
  }

  /** A product by its code (93..., 83...). */
  public Answer<Optional<Product>> product(String code) {
    return product("kfa", code);
  }

  /** A product by its registration number, however written; of several that share it the service picks one. */
  public Answer<Optional<Product>> productByNie(String nie) {
    return product("nie", nie);
  }

  /** A product by its number in the public catalogue. */
  public Answer<Optional<Product>> productByLkpp(String number) {
    return product("lkpp", number);
  }

  private Answer<Optional<Product>> product(String identifier, String code) {
    var answer = get("/kfa-v2/products", Map.of("identifier", identifier, "code", code)).map(body ->
        Optional.of(body.path("result")).filter(row -> row.isObject() && !row.isEmpty()).map(Product::of));
    return answer instanceof Refused<Optional<Product>>(var status, _) && status.equals(Wire.NOT_FOUND)
        ? new Done<>(Optional.empty()) : answer;
  }

  /** One page of the products of version 2. */
  public Answer<Page<Product>> products(ProductQuery query, int page, int size) {
    return page("/kfa-v2/products/all", query.params(), "size", page, size).map(rows -> rows(rows, Product::of));
  }

  /** Walks the products of version 2, {@link ClientLimits#PAGE} at a time. */
  public Pages<Product> products(ProductQuery query) {
    return products(query, 1);
  }

  /** Walks the products of version 2 from a page on, {@link ClientLimits#PAGE} at a time. */
  public Pages<Product> products(ProductQuery query, int first) {
    return new Pages<>(page -> products(query, page, ClientLimits.PAGE), first);
  }

  /** One page of the prices of a template. */
  public Answer<Page<Price>> prices(PriceQuery query, int page, int size) {
    return page(settings.prices().path(), query.params(), "limit", page, size).map(rows -> rows(rows, Price::of));
  }

  /** Walks the prices of a template. */
  public Pages<Price> prices(PriceQuery query) {
    return new Pages<>(page -> prices(query, page, ClientLimits.PAGE), 1);
  }

  /** One page of the products below a node of the ATC. The service of today refuses it with 404: it is gone there. */
  public Answer<Page<Product>> productsByAtc(String code, int page, int size) {
    return page("/kfa/products/atc", Map.of("atc_code", code), "size", page, size)
        .map(rows -> rows(rows, Product::of));
  }

  /** One page of the products with a tag. The service of today refuses it with 404: it is gone there. */
  public Answer<Page<Product>> productsByTag(String code, int page, int size) {
    return page("/kfa/products/tag", Map.of("tag_code", code), "size", page, size)
        .map(rows -> rows(rows, Product::of));
  }

  /** What ATC nodes there are; gone from the service of today, as {@link #productsByAtc}. */
  public Answer<List<Node>> atc() {
    return get("/kfa/atc", Map.of()).map(body -> Fields.each(body.path("result"), Node::of));
  }

  /** What tags there are; gone from the service of today, as {@link #productsByTag}. */
  public Answer<List<Node>> tags() {
    return get("/kfa/tag", Map.of()).map(body -> Fields.each(body.path("result"), Node::of));
  }

  /** One page of the devices of version 3. */
  public Answer<Page<Device>> devices(DeviceQuery query, int page, int size) {
    return third("/kfa-v3/alkes/products", query, page, size).map(rows -> rows(rows, Device::of));
  }

  /** Walks the devices of version 3 from a page on, {@link ClientLimits#PAGE} at a time. */
  public Pages<Device> devices(DeviceQuery query, int first) {
    return new Pages<>(page -> devices(query, page, ClientLimits.PAGE), first);
  }

  /** One page of the templates of version 3. */
  public Answer<Page<DeviceTemplate>> deviceTemplates(DeviceQuery query, int page, int size) {
    return third("/kfa-v3/alkes/template", query, page, size).map(rows -> rows(rows, DeviceTemplate::of));
  }

  /** Walks the templates of version 3 from a page on, {@link ClientLimits#PAGE} at a time. */
  public Pages<DeviceTemplate> deviceTemplates(DeviceQuery query, int first) {
    return new Pages<>(page -> deviceTemplates(query, page, ClientLimits.PAGE), first);
  }

  private Answer<JsonNode> get(String path, Map<String, Object> params) {
    var query = params.entrySet().stream().map(one -> one.getKey() + "=" + encoded(String.valueOf(one.getValue())))
        .collect(Collectors.joining("&"));
    return wire.call(asking(Request.of("GET", query.isEmpty() ? path : path + "?" + query,
        Headers.of("Accept", "application/json"), Body.EMPTY)));
  }

  private Answer<Page<JsonNode>> page(String path, Map<String, Object> params, String sizeName, int page, int size) {
    var all = new LinkedHashMap<String, Object>();
    all.put("page", page);
    all.put(sizeName, size);
    all.putAll(params);
    return get(path, all).map(body -> new Page<>(Fields.count(body, "total"), page,
        echoed(body, sizeName, size), list(body.path("items"))));
  }

  private Answer<Page<JsonNode>> third(String path, DeviceQuery query, int page, int size) {
    var all = new LinkedHashMap<String, Object>();
    all.put("page", page);
    all.put("size", size);
    all.putAll(query.params());
    var request = Request.of("POST", path, Headers.of("Accept", "application/json", "Content-Type", "application/json"),
        Body.of(Json.write(all)));
    return wire.call(asking(request)).map(body -> new Page<>(Fields.count(body.path("meta"), "item_count"), page,
        echoed(body.path("meta").path("page"), "limit", size),
        body.path("data").isArray() ? list(body) : list(body.path("meta"))));
  }

  /** A server that knows a smaller page says so, and counts its pages by that. */
  private static int echoed(JsonNode answer, String name, int asked) {
    long said = Fields.count(answer, name);
    return said > 0 && said < asked ? (int) said : asked;
  }

  private static List<JsonNode> list(JsonNode around) {
    var list = around.isArray() ? around : around.path("data");
    return list.isArray() ? list.valueStream().filter(JsonNode::isObject).toList() : List.of();
  }

  private static <T> Page<T> rows(Page<JsonNode> page, Function<JsonNode, T> read) {
    return new Page<>(page.total(), page.number(), page.size(), page.items().stream().map(read).toList());
  }

  private Request asking(Request request) {
    return settings.fields().map(set -> request.plusHeader("X-Jejak-Fields", set.label())).orElse(request);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
