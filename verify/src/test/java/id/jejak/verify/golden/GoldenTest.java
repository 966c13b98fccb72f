package id.jejak.verify.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import id.jejak.verify.Repository;
import id.jejak.verify.house.TestHouse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every golden exchange of every system, asked in this process; and over a socket what a socket could spoil: one
 * file of each operation, and whatever is about the way a request or an answer travels.
 */
class GoldenTest {
  private static final List<GoldenFile> FILES = GoldenFile.in(Repository.here());
  private static TestHouse house;
  private static HttpTransport wire;
  private static Inside inside;

  @BeforeAll
  static void open() {
    house = TestHouse.start();
    inside = new KnownHouse(house);
    wire = new HttpTransport(house.url(), Duration.ofSeconds(30));
  }

  @AfterAll
  static void close() {
    wire.close();
    house.close();
  }

  @TestFactory
  Stream<DynamicTest> inThisProcess() {
    return run(FILES.stream(), house.handler());
  }

  @TestFactory
  Stream<DynamicTest> overASocket() {
    var operations = new HashSet<String>();
    return run(FILES.stream().filter(file -> operations.add(file.operation()) | travels(file)), wire);
  }

  /** Files share a house of which only what they touched is put back, so whatever they touch must be seen. */
  @Test
  void whateverIsTouchedIsSeen() {
    var known = new KnownHouse(house);
    assertEquals(Optional.empty(), known.touched());
    house.handler().handle(Request.json("POST", "/sandbox/reset", "{}"));
    known.putBack(List.of());
    house.db().read(h -> h.createQuery("select id from ttac.account order by id for update").mapTo(int.class).list());
    assertFalse(known.touched().orElseThrow().contains("ttac"));
    for (var change : List.of("update ttac.sarana set nama = nama where id = 123", "delete from ttac.location where id = 2",
        "insert into ttac.target values (901, 901)", "select nextval(pg_get_serial_sequence('ttac.event', 'id'))")) {
      house.db().transaction(tx -> tx.execute(change));
      known.putBack(List.of("kfa"));
      assertTrue(known.touched().orElseThrow().contains("ttac"), change);
      known.putBack(List.of("ttac"));
      assertFalse(known.touched().orElseThrow().contains("ttac"), change);
    }
  }

  /** True for queries, forms, files and images, and for answers of HTTP itself. */
  private static boolean travels(GoldenFile file) {
    return file.name().contains("query") || file.exchanges().stream().anyMatch(exchange ->
        unusual(exchange.headers()) || exchange.expected()
            .filter(expected -> expected.status() != 200 || unusual(expected.headers())).isPresent());
  }

  private static boolean unusual(List<Exchange.Header> headers) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("Content-Type")
        && !header.value().equals("application/json"));
  }

  private static Stream<DynamicTest> run(Stream<GoldenFile> files, Handler target) {
    var runner = GoldenRunner.of(target, inside);
    return files.map(file -> dynamicTest(file.name(), file.path().toUri(),
        () -> assertEquals("", String.join("\n", runner.run(file).differences()))));
  }
}
