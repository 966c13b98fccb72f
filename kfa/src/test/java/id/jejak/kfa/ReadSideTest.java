package id.jejak.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.domain.Product;
import id.jejak.kfa.store.DictionaryStore;
import id.jejak.kfa.store.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists from the files are those that a plain look at every document gives, however the files came to be. */
class ReadSideTest {
  private static final int PRODUCTS = 1_000;
  private static final String ALL = "/kfa-v2/products/all?page=1&size=1000&product_type=farmasi";
  private static TestKfa kfa;
  private static List<JsonNode> documents;

  @BeforeAll
  static void start() {
    kfa = new TestKfa(Map.of(), false);
    documents = IntStream.range(0, PRODUCTS).mapToObj(i -> Json.read(Pile.product(i, "Nama", 7215))).toList();
    kfa.db.transaction(tx -> new DictionaryStore().load(tx, Pile.products(PRODUCTS), Instant.EPOCH));
    kfa.post("/kfa/import", "");
  }

  @AfterAll
  static void stop() {
    kfa.close();
  }

  private static void same(String query, java.util.function.Predicate<JsonNode> wanted) {
    var expected = documents.stream().filter(doc -> doc.path("farmalkes_type").path("group").asString().equals("farmasi"))
        .filter(wanted).map(doc -> doc.path("name").asString()).sorted().toList();
    var answer = kfa.json(ALL + query);
    var names = answer.path("items").path("data").valueStream().map(row -> row.path("name").asString()).sorted().toList();
    assertEquals(expected, names, query);
    assertEquals(expected.size(), answer.path("total").asInt(), query);
  }

  @Test
  void filtersFindWhatAPlainLookFinds() {
    same("", _ -> true);
    same("&template_code=92100003", doc -> doc.path("product_template").path("kfa_code").asString().equals("92100003"));
    same("&packaging_code=94100017", doc -> doc.toString().contains("\"94100017\""));
    same("&from_date=2021-03-01&to_date=2022-05-30", doc -> {
      var day = doc.path("updated_at").asString().substring(0, 10);
      return day.compareTo("2021-03-01") >= 0 && day.compareTo("2022-05-30") <= 0;
    });
    same("&farmalkes_type=vaccine", _ -> false);
    same("&keyword=Substansi0004+TABLET", doc -> doc.path("name").asString().contains("Substansi0004"));
    same("&keyword=substansi001+mg", doc -> doc.path("name").asString().contains("Substansi001"));
    same("&keyword=nama+12", doc -> doc.path("nama_dagang").asString().startsWith("NAMA 12"));
    same("&keyword=93100005", doc -> doc.path("kfa_code").asString().equals("93100005"));
    same("&keyword=|||", _ -> false);
  }

  @Test
  void pagesAreInOneOrderAndMissNothing() {
    var whole = kfa.json(ALL).path("items").path("data").valueStream().map(JsonNode::toString).toList();
    var pieces = IntStream.rangeClosed(1, 8).boxed().flatMap(page -> kfa.json("/kfa-v2/products/all?page=" + page
        + "&size=100&product_type=farmasi").path("items").path("data").valueStream().map(JsonNode::toString)).toList();
    assertEquals(whole, pieces);
  }

  @Test
  void aNumberOfSeveralProductsFindsTheActiveValidOneWithTheLowestCode() {
    var shared = "{\"nie\":\"GKL99 shared\",\"farmalkes_type\":{\"code\":\"medicine\",\"group\":\"farmasi\"},"
        + "\"product_template\":{\"name\":\"Z\"},\"name\":\"N%s\",\"kfa_code\":\"%s\",\"active\":%s,\"state\":\"%s\"}";
    kfa.post("/kfa/import", "[" + shared.formatted(1, "93000001", false, "valid") + ","
        + shared.formatted(2, "93000002", true, "draft") + "," + shared.formatted(4, "93000004", true, "valid") + ","
        + shared.formatted(3, "93000003", true, "valid") + "]");
    assertEquals("93000003", kfa.json("/kfa-v2/products?identifier=nie&code=gkl99SHARED").path("result").path("kfa_code")
        .asString());
    assertEquals(4, kfa.kfa.dictionary().byNie("gkl99shared").size());
    kfa.db.transaction(tx -> tx.execute("delete from kfa.product where template_name = 'Z'"));
    kfa.db.transaction(tx -> tx.execute("update kfa.edition set edition = edition + 1, cleared = edition + 1"));
    kfa.post("/kfa/import", "");
  }

  @Test
  void filesAreMadeAgainWheneverTheyAreNotToBeBelieved() throws IOException {
    try (var own = new TestKfa(Map.of(), false)) { // several on one folder, which no two processes have
      own.db.transaction(tx -> new DictionaryStore().load(tx, Pile.products(200), Instant.EPOCH));
      own.post("/kfa/import", "");
      var before = own.get(ALL).text();
      assertEquals(before, again(own, Map.of()));
      for (var file : files(own)) {
        Files.delete(file);
      }
      assertEquals(before, again(own, Map.of()));
      for (var file : files(own)) {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
      assertEquals(before, again(own, Map.of()));
      Files.writeString(own.derived.resolve("kfa/manifest.json"), "{");
      assertEquals(before, again(own, Map.of()));
      var stored = again(own, Map.of("kfa.fields", "stored"));
      assertTrue(stored.contains("\"id\":1000") && !before.contains("\"id\":1000"));
    }
  }

  private static String again(TestKfa own, Map<String, String> settings) {
    return TestKfa.get(TestKfa.router(own.again(settings, false)), ALL).text();
  }

  private static List<Path> files(TestKfa of) throws IOException {
    try (var all = Files.list(of.derived.resolve("kfa"))) {
      return all.filter(file -> file.toString().endsWith(".rows")).toList();
    }
  }

  @Test
  void aSmallChangeIsAppendedAndReadAtOnce() throws IOException {
    int before = files(kfa).size();
    var changed = Pile.product(5, "Nama", 9_999).replace("PABRIK", "PABRIK BARU");
    var answer = kfa.post("/kfa/import", changed);
    assertEquals(1, Json.read(answer.bytes()).path("repriced").asInt(), answer.text());
    assertEquals(before + 1, files(kfa).size());
    assertEquals("9999.0", kfa.json("/kfa-v2/products?identifier=kfa&code=93100005").path("result").path("fix_price")
        .toString());
    same("&keyword=93100005", doc -> doc.path("kfa_code").asString().equals("93100005"));
    kfa.post("/kfa/import", Pile.product(5, "Nama", 7215));
  }

  @Test
  void theDictionaryTellsProducts() {
    var dictionary = kfa.kfa.dictionary();
    var product = dictionary.byCode("93100005").orElseThrow();
    assertEquals("Substansi0000 5 mg Tablet", product.template().name());
    assertEquals(Product.Kind.MEDICINE, product.kind());
    assertEquals("GKL24 000005 10A1", product.nie().orElseThrow());
    assertEquals(2, product.identifiers().size());
    assertEquals(List.of("F", "F05"), product.atc());
    assertTrue(dictionary.ofTemplate("92100000").getFirst().general());
    assertEquals(List.of(product), dictionary.byPack("94100005"));
    assertEquals(List.of(product), dictionary.byLkpp("5000005"));
    assertEquals(PRODUCTS / 10, dictionary.templates().size());
  }
}
