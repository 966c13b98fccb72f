package id.jejak.kfa.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.store.search.NameSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index's life, and the order of hits. */
class NameSearchTest {
  private static List<String> names(NameSearch search, String query, int limit) {
    return search.search(query, limit, Optional.empty()).items().stream().map(hit -> hit.name()).toList();
  }

  @Test
  void isMadeOnceAndThenOpened(@TempDir Path folder) throws IOException {
    var told = new AtomicInteger();
    var products = TestCatalogue.products().subList(0, 60);
    for (int i = 0; i < 2; i++) {
      try (var search = NameSearch.open(folder, "one", each -> {
        told.incrementAndGet();
        products.forEach(each);
      })) {
        assertEquals("Paracetamol 500 mg Tablet", names(search, "parasetamol 500 mg tablet", 1).getFirst());
      }
    }
    assertEquals(1, told.get());
    try (var search = NameSearch.open(folder, "two", each -> {
      told.incrementAndGet();
      products.forEach(each);
    })) {
      assertEquals("two", search.stamp());
    }
    assertEquals(2, told.get());
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "one generation, and the note that names it");
    }
  }

  @Test
  void isMadeAgainWhenItIsDamaged(@TempDir Path folder) throws IOException {
    var products = TestCatalogue.products().subList(0, 20);
    NameSearch.open(folder, "one", products::forEach).close();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(path -> path.getFileName().toString().startsWith("segments")).toList()) {
        Files.writeString(file, "no index");
      }
    }
    try (var search = NameSearch.open(folder, "one", products::forEach)) {
      assertFalse(names(search, "paracetamol", 5).isEmpty());
    }
  }

  @Test
  void isReplacedWhileItIsSearched(@TempDir Path folder) throws InterruptedException {
    var all = TestCatalogue.products();
    try (var search = NameSearch.open(folder, "0", all.subList(0, 40)::forEach)) {
      var failed = new AtomicInteger();
      var reader = Thread.ofPlatform().start(() -> {
        while (!Thread.currentThread().isInterrupted()) {
          failed.addAndGet(names(search, "paracetamol 500", 3).isEmpty() ? 1 : 0);
        }
      });
      for (int i = 1; i < 6; i++) {
        search.refresh(String.valueOf(i), all.subList(0, 40 + i)::forEach);
      }
      reader.interrupt();
      reader.join();
      assertEquals(0, failed.get());
      assertEquals("5", search.stamp());
    }
  }

  @Test
  void oneSubstanceBeforeCombinationsAndTemplatesBeforeBrands(@TempDir Path folder) {
    try (var search = NameSearch.open(folder, "x", TestCatalogue.products()::forEach)) {
      var hits = search.search("Paracetamol 500 mg tablet", 4, Optional.empty()).items();
      assertEquals("Paracetamol 500 mg Tablet", hits.get(0).name());
      assertEquals(Level.TEMPLATE, hits.get(0).level());
      assertEquals("Paracetamol 500 mg Tablet (Umum)", hits.get(1).name());
      assertTrue(hits.get(0).why().contains("strength 500 mg exactly"), hits.get(0).why().toString());
      assertTrue(hits.get(0).why().contains("form tablet"));
      assertTrue(names(search, "panadol 500 tablet", 1).getFirst().contains("PANADOL"));
      assertEquals(Level.INGREDIENT, search.search("parasetamol", 1, Optional.empty()).items().getFirst().level());
      assertTrue(names(search, "amlo", 3).stream().allMatch(name -> name.startsWith("Amlodipine")));
      assertTrue(names(search, "zinc 20 mg", 3).getFirst().startsWith("Zinc"));
      assertTrue(names(search, "zzzzqqq", 3).isEmpty());
    }
  }

  @Test
  void codesAreFound(@TempDir Path folder) {
    var products = TestCatalogue.products().subList(0, 40);
    try (var search = NameSearch.open(folder, "x", products::forEach)) {
      var product = products.getFirst();
      assertEquals(product.name(), names(search, product.code().orElseThrow(), 5).getFirst());
      assertEquals(product.template().name(), names(search, product.template().code(), 5).getFirst());
    }
  }
}
