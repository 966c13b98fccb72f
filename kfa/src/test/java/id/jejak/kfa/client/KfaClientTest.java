package id.jejak.kfa.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.FieldSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call, over a line that fails in a way of its own. */
class KfaClientTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T01:00:00Z"));

  private final TestService service = new TestService();
  private final Faults faults = new Faults();
  private final Tokens tokens = new Tokens();
  private final List<Duration> pauses = new ArrayList<>();
  private final KfaClient client = client(ClientSettings.usual());

  private KfaClient client(ClientSettings settings) {
    return new KfaClient(faults.around(service), tokens, settings, CLOCK, pauses::add, new Random(7));
  }

  private static <T> T done(Answer<T> answer) {
    if (answer instanceof Done<T>(var value, _)) {
      return value;
    }
    throw new AssertionError(answer.toString());
  }

  private void fill(int count) {
    IntStream.range(0, count).forEach(i -> service.products.add("{\"kfa_code\":\"93%06d\",\"name\":\"P %d\"}"
        .formatted(i, i)));
  }

  @Test
  void aProductIsFoundByEachOfItsNumbersOrIsNotThere() {
    service.products.add("""
        {"kfa_code":"93004418","name":"Paracetamol 500 mg Tablet (UMUM)","nie":"AKL 20205310017","kode_lkpp":"45463910"}
        """);
    assertEquals("Paracetamol 500 mg Tablet (UMUM)", done(client.product("93004418")).orElseThrow().name());
    assertTrue(done(client.productByNie("AKL 20205310017")).isPresent());
    assertTrue(done(client.productByLkpp("45463910")).isPresent());
    assertEquals("identifier=nie&code=AKL+20205310017", sorted(faults.seen().get(1).query()));
    assertEquals(Optional.empty(), done(client.product("93000000")));
    assertEquals("Bearer token-1", faults.seen().getFirst().header("Authorization").orElseThrow());
  }

  private static String sorted(String query) {
    return String.join("&", java.util.Arrays.stream(query.split("&")).sorted(java.util.Comparator.reverseOrder()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"result\":{}}", "{\"result\":null}", "{}", "{\"result\":[]}", "{\"result\":false}",
      "{\"search_code\":\"1\",\"result\":\"\"}"})
  void anEmptyDetailIsNone(String body) {
    service.fixed.put("/kfa-v2/products", body);
    assertEquals(Optional.empty(), done(client.product("93004418")));
  }

  @Test
  void aDetailThatIsRefusedAsNotFoundIsNone() {
    faults.plan((_, _) -> Response.json(404, "{\"detail\":\"Not Found\"}"));
    assertEquals(Optional.empty(), done(client.product("93004418")));
  }

  @Test
  void aListIsWalkedToItsEnd() {
    fill(2_350);
    var pages = client.products(ProductQuery.all(ProductQuery.Group.FARMASI));
    assertEquals(2_350, done(pages.rest(10_000)).size());
    assertEquals(3, faults.seen().size());
    assertEquals(3, pages.number());
    assertEquals(700, done(client.products(ProductQuery.all(ProductQuery.Group.FARMASI)).rest(700)).size());
    assertEquals(350, done(client.products(ProductQuery.all(ProductQuery.Group.FARMASI), 3).rest(10_000)).size());
  }

  @Test
  void aServerThatGivesLessThanAskedIsStillReadWhole() {
    fill(250);
    service.most = 100;
    assertEquals(250, done(client.products(ProductQuery.all(ProductQuery.Group.FARMASI)).rest(10_000)).stream()
        .map(Product::code).distinct().count());
  }

  @Test
  void aListOfNothingIsEmpty() {
    assertEquals(List.of(), done(client.products(ProductQuery.keyword(ProductQuery.Group.FARMASI, "x")).rest(10)));
    service.fixed.put("/kfa-v2/products/all", "{\"total\":0,\"page\":1,\"size\":10,\"items\":{\"data\":[]}}");
    assertEquals(List.of(), done(client.products(ProductQuery.keyword(ProductQuery.Group.FARMASI, "x")).rest(10)));
    service.fixed.put("/kfa-v2/products/all", "{}");
    assertEquals(List.of(), done(client.products(ProductQuery.keyword(ProductQuery.Group.FARMASI, "x")).rest(10)));
  }

  @Test
  void aWalkStopsAtThePageThatDoesNotComeAndAnotherBeginsThere() {
    fill(2_500);
    var pages = client.products(ProductQuery.all(ProductQuery.Group.FARMASI));
    done(pages.next());
    faults.plan(Faults.GATEWAY, Faults.GATEWAY, Faults.GATEWAY, Faults.GATEWAY);
    assertEquals("HTTP 504 Gateway Timeout", ((Later<?>) pages.next()).why());
    assertEquals(false, pages.hasNext());
    assertEquals(1_500, done(client.products(ProductQuery.all(ProductQuery.Group.FARMASI), pages.number())
        .rest(5_000)).size());
  }

  @Test
  void aQueryCarriesWhatItIsNarrowedTo() {
    done(client.products(new ProductQuery(ProductQuery.Group.ALKES, Optional.of(LocalDate.of(2026, 11, 20)),
        Optional.empty(), Optional.of("device"), Optional.of("iv & set"), Optional.empty(), Optional.of("84000001")), 2,
        5));
    assertEquals("page=2&size=5&product_type=alkes&from_date=2026-11-20&farmalkes_type=device&keyword=iv+%26+set"
        + "&packaging_code=84000001", faults.seen().getLast().query());
    done(client(ClientSettings.usual().with(FieldSet.STORED)).product("1"));
    assertEquals("stored", faults.seen().getLast().header("X-Jejak-Fields").orElseThrow());
  }

  @Test
  void aBrokenCallIsMadeAgainThreeTimesWithGrowingPauses() {
    service.products.add("{\"kfa_code\":\"93004418\",\"name\":\"A\"}");
    for (var fault : List.of(Faults.GATEWAY, Faults.PAGE_502, Faults.PAGE_200, Faults.SLOW, Faults.CUT,
        Faults.TRUNCATED)) {
      pauses.clear();
      faults.plan(fault, fault, fault);
      assertTrue(done(client.product("93004418")).isPresent());
      assertEquals(3, pauses.size());
      for (int i = 0; i < pauses.size(); i++) {
        long least = 500L << i;
        assertTrue(pauses.get(i).toMillis() >= least && pauses.get(i).toMillis() <= least * 3 / 2, pauses.toString());
      }
      faults.plan(fault, fault, fault, fault);
      assertInstanceOf(Later.class, client.product("93004418"));
    }
  }

  @Test
  void aPauseThatIsEndedEndsTheCall() {
    faults.plan(Faults.GATEWAY, Faults.GATEWAY);
    var hasty = new KfaClient(faults.around(service), tokens, ClientSettings.usual(), CLOCK, _ -> false, new Random(7));
    assertInstanceOf(Later.class, hasty.product("93004418"));
    assertEquals(1, faults.seen().size());
  }

  @Test
  void whoIsAskedToWaitWaitsWhenItIsShortAndSaysSoWhenItIsLong() {
    faults.plan(Faults.busy(429, "2"));
    assertEquals(Optional.empty(), done(client.product("1")));
    assertEquals(List.of(Duration.ofSeconds(2)), pauses);
    faults.plan(Faults.busy(429, "120"));
    assertEquals(Duration.ofSeconds(120), ((Later<?>) client.product("1")).notBefore());
    faults.plan(Faults.busy(429));
    assertEquals(ClientLimits.QUOTA_WAIT, ((Later<?>) client.product("1")).notBefore());
    faults.plan(Faults.busy(503, "Sun, 22 Nov 2026 01:05:00 GMT"));
    assertEquals(Duration.ofMinutes(5), ((Later<?>) client.product("1")).notBefore());
    assertEquals(1, pauses.size());
  }

  @Test
  void aTokenThatEndsMidWayIsReplacedOnce() {
    fill(2_500);
    faults.plan(Faults.NONE, Faults.EXPIRED);
    assertEquals(2_500, done(client.products(ProductQuery.all(ProductQuery.Group.FARMASI)).rest(9_999)).size());
    assertEquals(2, tokens.given);
    assertEquals("Bearer token-2", faults.seen().getLast().header("Authorization").orElseThrow());
    faults.plan(Faults.EXPIRED, Faults.EXPIRED);
    assertEquals(new Refused<>("401", "Invalid access token"), client.product("1"));
  }

  @Test
  void aRefusalSaysWhatTheServiceSays() {
    Filter missing = (_, _) -> Response.json(422, """
        {"detail":[{"loc":["query","page"],"msg":"field required","type":"value_error.missing"},
        {"loc":["query","size"],"msg":"field required","type":"value_error.missing"}]}""");
    faults.plan(missing);
    assertEquals(new Refused<>("422", "page: field required; size: field required"), client.product("1"));
    faults.plan((_, _) -> Response.json(400,
        "{\"status\":400,\"error\":true,\"message\":\"invalid parameter(s)\",\"data\":null}"));
    assertEquals(new Refused<>("400", "invalid parameter(s)"), client.devices(DeviceQuery.ALL, 1, 10));
    assertEquals(new Refused<>("404", "Not Found"), client.tags());
    faults.plan((_, _) -> Response.of(403, "text/html", "<!doctype html>403 Forbidden"));
    assertEquals(new Refused<>("403", ""), client.product("1"));
  }

  @Test
  void devicesAreReadFromEitherPlace() {
    service.devices.add("""
        {"kfa_code":"33069659","display_name":"Surgical Gown","product_state":"valid","volume":-1,"kategori":{"code":"16"},
        "sub_kategori":{"code":"1603"},"replacement":{"product":{"reason":"","kfa_code":""}},
        "updated_at":"2024-05-07T03:41:04.789Z","baru":{"x":1}}""");
    for (boolean metaOnly : List.of(true, false)) {
      service.metaOnly = metaOnly;
      var device = done(client.devices(DeviceQuery.code("33069659"), 1)
          .rest(10)).getFirst();
      assertEquals("Surgical Gown", device.name());
      assertEquals(List.of("16", "1603"), device.categories());
      assertEquals(Optional.empty(), device.replacement());
      assertEquals(Instant.parse("2024-05-07T03:41:04.789Z"), device.updatedAt().orElseThrow());
    }
    assertEquals("Surgical Gown", done(client.deviceTemplates(DeviceQuery.ALL, 1, 10)).items().getFirst().raw()
        .path("display_name").asString(""));
  }

  @Test
  void pricesAreFoundWhereTheSettingsSay() {
    service.prices.add("""
        {"kfa_code":"92000372","product_template_name":"Acarbose 100 mg Tablet","region_code":"regional1","active":true,
        "region_name":"Regional 1","price_unit":66.36666666666666,"start_date":"2023-08-23","end_date":null,
        "document_ref":"HK.01.07/MENKES/1905/2023","uom_name":"Tablet","uom_pack":["Strip"],
        "province":[{"province_code":"51","province_name":"Bali"}]}""");
    var price = done(client.prices(PriceQuery.of("92000372")).rest(10)).getFirst();
    assertEquals("66.36666666666666", price.amount().orElseThrow().toPlainString());
    assertEquals(List.of(new Named("51", "Bali")), price.provinces());
    assertEquals(Optional.empty(), price.ended());
    done(client(ClientSettings.usual().with(ClientSettings.PricePath.DOCUMENT)).prices(PriceQuery.of("1"), 1, 10));
    assertEquals("/kfa/products/farmalkes-price-jkn", faults.seen().getLast().path());
    assertEquals("page=1&limit=10&kfa_code=1", faults.seen().getLast().query());
  }

  @Test
  void nodesThatNameNothingArePassedOver() {
    service.fixed.put("/kfa/tag", """
        {"result":[{"code":"leukemia","name":"Leukemia","level":2,"parent":{"code":"kanker"}},
        {"code":false,"name":false,"level":false,"parent":null},{"code":"ginjal","level":"1","parent":null},7]}""");
    assertEquals(List.of("leukemia 2 Optional[kanker]", "ginjal 1 Optional.empty"), done(client.tags()).stream()
        .map(node -> node.code() + " " + node.level() + " " + node.parent()).toList());
    service.fixed.put("/kfa/atc", "{\"result\":null}");
    assertEquals(List.of(), done(client.atc()));
  }
}
