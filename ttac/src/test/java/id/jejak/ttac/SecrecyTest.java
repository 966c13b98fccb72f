package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import id.jejak.kernel.http.Operation;
import id.jejak.ttac.contract.TtacOperations;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stranger, a reader of the database, and a reader of the log must not learn. */
class SecrecyTest {
  private static final long ARGON2_BYTES = 19L * 1024 * 1024;
  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  private static String login(String email, String password) {
    return ttac.call("POST", "/api/v3/auth/login", Map.of("email", email, "password", password)).toString();
  }

  /** Argon2 takes 19 MiB each time: what a call allocates tells how often it ran, whatever the clock says. */
  private static long hashesOf(Runnable call) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    call.run();
    return (threads.getCurrentThreadAllocatedBytes() - before) / ARGON2_BYTES;
  }

  @Test
  void anUnknownEmailAndAWrongPasswordCannotBeToldApart() {
    login("gudang@pbf-nusantara.example", "salah"); // loads what must be loaded
    assertEquals(login("nobody@example", "salah"), login("gudang@pbf-nusantara.example", "salah"));
    assertEquals(1, hashesOf(() -> login("gudang@pbf-nusantara.example", "salah")));
    assertEquals(1, hashesOf(() -> login("nobody@example", "salah")));
    assertEquals(1, hashesOf(() -> login("' or 1=1 --", "' or 1=1 --")));
    assertEquals(1, hashesOf(() -> login("gudang@pbf-nusantara.example", "jejak-284")));
    ttac.db.transaction(tx -> tx.execute("update ttac.account set aktif = false where id = 3"));
    assertEquals(login("nobody@example", "jejak-456"), login("apotek@sarana-b.example", "jejak-456"));
    assertEquals(1, hashesOf(() -> login("apotek@sarana-b.example", "jejak-456")), "a closed account");
    ttac.reset();
  }

  @Test
  void theDatabaseHoldsNeitherTokenNorPassword() {
    var token = ttac.token(284);
    ttac.call(284, TtacOperations.SEND, Map.of("id_sarana_tujuan", 123, "barcode", List.of("OKTADEV01BAR0000009")));
    var dump = new StringBuilder();
    for (var table : ttac.db.read(handle -> handle.createQuery(
        "select table_name from information_schema.tables where table_schema = 'ttac' order by 1")
        .mapTo(String.class).list())) {
      ttac.db.read(handle -> handle.createQuery("select t::text from ttac." + table + " t order by 1")
          .mapTo(String.class).list()).forEach(dump::append);
    }
    assertTrue(dump.indexOf("gudang@pbf-nusantara.example") > 0, "it is a dump");
    for (var secret : List.of(token, "jejak-284")) {
      assertFalse(dump.indexOf(secret) >= 0);
      assertFalse(dump.indexOf(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))) >= 0);
    }
  }

  @Test
  void sqlInATextIsText() {
    var before = ttac.db.read(handle -> handle.createQuery("select count(*) from ttac.pack").mapTo(long.class).one());
    for (var evil : List.of("'; drop table ttac.pack; --", "' or '1'='1", "\\'; select pg_sleep(9); --",
        "$$; truncate ttac.event; $$", "\"; delete from ttac.token; --", "x') union select verifier from ttac.account --",
        ":sarana", "?::text", "%' escape ''")) {
      for (var operation : TtacOperations.ALL) {
        for (var param : operation.params()) {
          var code = ttac.code(284, operation, with(operation, param.name(), evil));
          assertTrue(List.of("E000", "E001", "E003", "E013", "E031", "E032", "E061", "E901", "E990").contains(code),
              operation.id() + " " + param.name() + "=" + evil + ": " + code);
        }
      }
    }
    ttac.call("POST", "/api/v3/sarana/location/add", with(TtacOperations.ADD_LOCATION, "alamat", "it's '; --"));
    assertEquals(before, ttac.db.read(handle -> handle.createQuery("select count(*) from ttac.pack")
        .mapTo(long.class).one()));
    Invariants.hold(ttac.db, "after the injections");
  }

  /** Harmless values for all parameters, and an evil one for one of them. */
  private static Map<String, Object> with(Operation operation, String name, String evil) {
    var params = new LinkedHashMap<String, Object>();
    for (var param : operation.params()) {
      params.put(param.name(), switch (param.name()) {
        case "token" -> ttac.token(284);
        case "barcode" -> param.name().equals(name) ? List.of(evil) : List.of("SALAH");
        case "id_sarana_tujuan" -> 123;
        case "email", "password" -> "x";
        case "action" -> "send";
        case "barcode_level" -> "primer";
        case "type" -> "physical";
        case "latitude", "longitude", "offset" -> 1;
        case "limit" -> 5;
        case "aktif" -> true;
        default -> "NONE";
      });
    }
    if (!name.equals("barcode")) {
      params.put(name, evil);
    }
    return params;
  }
}
