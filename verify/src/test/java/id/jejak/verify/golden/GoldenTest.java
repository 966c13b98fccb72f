package id.jejak.verify.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.verify.Repository;
import id.jejak.verify.house.TestHouse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every golden exchange of every system, asked in this process and once more over a socket. */
class GoldenTest {
  private static final List<GoldenFile> FILES = GoldenFile.in(Repository.here());
  private static TestHouse house;
  private static HttpTransport wire;

  @BeforeAll
  static void open() {
    house = TestHouse.start();
    wire = new HttpTransport(house.url(), Duration.ofSeconds(30));
  }

  @AfterAll
  static void close() {
    wire.close();
    house.close();
  }

  @TestFactory
  Stream<DynamicTest> inThisProcess() {
    return all(house.handler());
  }

  @TestFactory
  Stream<DynamicTest> overASocket() {
    return all(wire);
  }

  private static Stream<DynamicTest> all(Handler target) {
    var runner = GoldenRunner.of(target);
    return FILES.stream().map(file -> dynamicTest(file.name(), file.path().toUri(),
        () -> assertEquals("", String.join("\n", runner.run(file).differences()))));
  }
}
