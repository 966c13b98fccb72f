package id.jejak.facility.queue;

import static id.jejak.facility.queue.TestQueue.TODAY;
import static id.jejak.facility.queue.TestQueue.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys rotate for the queue too, while numbers are taken; none is destroyed while a row of it needs that key. */
class KeysTest {
  private static final String TWICE = "201 Nomor Antrean Hanya Dapat Diambil 1 Kali Pada Tanggal Yang Sama";
  private static TestQueue house;

  @BeforeAll
  static void open() {
    house = new TestQueue(Map.of(), "keys");
    house.access.sandbox().orElseThrow().prepare();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String take(int patient, Headers signed) {
    return said(house.rs(RsOperations.TAKE, TestQueue.wish(patient, TODAY), signed));
  }

  private static int retire() {
    return house.as("admin.rs", "POST", "/keys/retire", "").status();
  }

  @Test
  void rotatedKeysSealAndHashTheQueueAnewAndNobodyGetsTwoNumbers() throws Exception {
    var first = house.take(1, TODAY).path("response").path("kodebooking").asString();
    assertEquals(200, house.as("admin.rs", "POST", "/keys/rotate", "").status());
    assertEquals(409, retire(), "just rotated");
    house.clock.advance(Duration.ofSeconds(90)); // from now on hashes are written under the newer key
    var signed = house.signed();
    assertEquals(TWICE, take(1, signed), "found under the older key, or the newer");
    for (int patient = 2; patient < 8; patient++) {
      house.know(patient);
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      var racers = new ArrayList<Callable<String>>();
      for (int i = 0; i < 36; i++) {
        int patient = 2 + i % 6;
        racers.add(() -> take(patient, signed));
      }
      int given = 0;
      for (var one : threads.invokeAll(racers)) {
        assertTrue(one.get().equals("200 Ok") || one.get().equals(TWICE), one.get());
        given += one.get().equals("200 Ok") ? 1 : 0;
      }
      assertEquals(6, given);
    }
    assertEquals("201 Data Peserta Sudah Pernah Dientrikan", register(3));
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    int status = 409;
    while (status == 409 && System.nanoTime() < until) {
      status = retire();
    }
    assertEquals(200, status, "everything is sealed and hashed anew");
    assertEquals("1 1", house.one("""
        select count(distinct key_id) || ' ' || count(distinct index_key)
          from (select key_id, index_key from queue.patient
                 union all
                select key_id, index_key from queue.booking
                 union all
                select key_id, index_key from queue.surgery) kept
        """));
    var keys = Json.read(house.as("admin.rs", "GET", "/keys", "").bytes()).path("keys");
    assertEquals(1, keys.size());
    assertTrue(keys.path(0).path("others").intValue() > 20, keys.toString());
    assertEquals(TWICE, take(1, house.signed()));
    house.event(first, "check-in");
    assertEquals("T1", Json.read(house.desk("POST", "/patients/find", Map.of("nik", TestQueue.nik(1))).bytes())
        .path("data").path("record").asString());
  }

  private static String register(int patient) {
    var body = new java.util.LinkedHashMap<String, Object>(Map.of("nomorkartu", TestQueue.card(patient), "nik",
        TestQueue.nik(patient), "nomorkk", "1", "nama", "x", "jeniskelamin", "L", "tanggallahir", "1985-03-01", "nohp",
        "08", "alamat", "a"));
    for (var field : "kodeprop namaprop kodedati2 namadati2 kodekec namakec kodekel namakel rw rt".split(" ")) {
      body.put(field, "1");
    }
    return said(house.rs(RsOperations.REGISTER, body));
  }

  @Test
  void whatIsSealedForOneRowOpensForNoOther() {
    var vault = house.access.vault();
    var sealed = vault.seal("{\"nik\":\"1\"}", "queue patient 1");
    assertEquals("{\"nik\":\"1\"}", vault.open(sealed.bytes(), "queue patient 1"));
    assertThrows(IllegalStateException.class, () -> vault.open(sealed.bytes(), "queue patient 2"));
    assertEquals("Sealed[***]", sealed.toString());
  }
}
