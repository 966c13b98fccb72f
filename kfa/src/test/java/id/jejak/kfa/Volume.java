package id.jejak.kfa;

import id.jejak.kfa.store.DictionaryStore;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Not run by itself: how long a dictionary of full size takes. {@code -Dtest=Volume -Djejak.products=85000}. */
class Volume {
  private static final int PRODUCTS = Integer.getInteger("jejak.products", 2_000);

  @Test
  void ofAFullDictionary() throws Exception {
    try (var kfa = new TestKfa(java.util.Map.of(), false)) {
      var store = new DictionaryStore();
      tell("loading", () -> kfa.db.transaction(tx -> store.load(tx, Pile.products(PRODUCTS), Instant.EPOCH)));
      tell("read side", () -> kfa.get("/kfa-v2/products?identifier=kfa&code=93100000"));
      tell("same again", () -> kfa.db.transaction(tx -> store.load(tx, Pile.products(PRODUCTS), Instant.EPOCH)));
      var row = id.jejak.kernel.json.Json.read(Pile.product(5, "Baru", 8000));
      tell("one changed", () -> kfa.db.transaction(tx -> store.load(tx,
          java.util.List.of(id.jejak.kfa.store.Row.of(id.jejak.kfa.store.Row.Kind.PRODUCT_V2, row)).iterator(), Instant.EPOCH)));
      tell("import of an empty page, refreshes", () -> kfa.post("/kfa/import", "{\"total\":0}"));
      var other = kfa.again(java.util.Map.of(), false);
      var router = TestKfa.router(other);
      tell("opened again", () -> TestKfa.get(router, "/kfa-v2/products?identifier=kfa&code=93100000"));
      for (int round = 0; round < 3; round++) {
        tell("100,000 details", () -> {
          for (int i = 0; i < 100_000; i++) {
            kfa.get("/kfa-v2/products?identifier=kfa&code=" + (93_100_000 + i % PRODUCTS));
          }
          return kfa.get("/kfa-v2/products?identifier=nie&code=GKL24 000001 10A1").text().length();
        });
        for (var query : new String[] {"", "&keyword=substansi0001+mg", "&keyword=s", "&from_date=2022-01-01",
            "&template_code=92100007"}) {
          tell("1,000 pages of 100 " + query, () -> {
            for (int i = 1; i <= 1_000; i++) {
              kfa.get("/kfa-v2/products/all?page=" + (1 + i % 50) + "&size=100&product_type=farmasi" + query);
            }
            return kfa.get("/kfa-v2/products/all?page=1&size=1&product_type=farmasi" + query).text().length();
          });
        }
      }
      System.gc();
      System.gc();
      System.out.printf(Locale.ROOT, "heap %d MB%n",
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
  }

  private static <T> void tell(String what, java.util.concurrent.Callable<T> work) throws Exception {
    long started = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    var result = work.call();
    System.out.printf(Locale.ROOT, "%s: %d ms, CPU of this thread %d ms, %s%n", what,
        (System.nanoTime() - started) / 1_000_000,
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000,
        result instanceof id.jejak.kernel.http.Response response ? response.status() : result);
  }
}
