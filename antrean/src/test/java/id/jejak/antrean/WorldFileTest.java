package id.jejak.antrean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.client.BpjsClient;
import id.jejak.antrean.client.BpjsCredentials;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.json.Json;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One's own hospital from a file: everything or nothing, and never over what is there. */
class WorldFileTest {
  private static final String WORLD = """
      {"bpjs": [{"cons_id": "77", "secret_key": "s3cr3t", "user_key": "kunci", "kode_ppk": "0077R001",
        "nama_ppk": "RS Sendiri"}],
       "poli": [{"kdsubspesialis": "INT", "nmsubspesialis": "PENYAKIT DALAM", "kdpoli": "INT",
        "nmpoli": "PENYAKIT DALAM"}],
       "dokter": [{"kodedokter": 5, "namadokter": "dr. Lima"}],
       "jadwal": [{"kode_ppk": "0077R001", "kodedokter": 5, "kdsubspesialis": "INT", "hari": 2,
        "jampraktek": "08:00-10:00", "kapasitas": 12}],
       "libur": [{"tanggal": "2021-08-17", "keterangan": "Kemerdekaan"}],
       "peserta": [{"nomorkartu": "0000000000077", "nik": "3171010101010101", "norm": "1", "nama": "A",
        "kelamin": "L", "tgllahir": "1990-01-01"}],
       "referensi": [{"nomor": "R1", "nomorkartu": "0000000000077", "jenis": 1, "terbit": "2021-01-01",
        "sampai": "2021-12-31"}]}""";
  private static TestAntrean bpjs;

  @BeforeAll
  static void start() {
    bpjs = new TestAntrean();
  }

  @AfterAll
  static void stop() {
    bpjs.close();
  }

  @BeforeEach
  void empty() {
    bpjs.db.transaction(tx -> {
      for (var table : new String[] {"consumer", "poli", "dokter", "jadwal", "libur", "peserta", "referensi"}) {
        tx.execute("truncate antrean." + table);
      }
      return true;
    });
  }

  private static int doctors() {
    var client = new BpjsClient(bpjs.handler, "/antreanrs",
        new BpjsCredentials("77", new Secret("s3cr3t"), new Secret("kunci")), bpjs.clock);
    return client.schedule("INT", LocalDate.of(2021, 3, 16)) instanceof Answer.Done<?>(java.util.List<?> rows, _)
        ? rows.size() : -1;
  }

  @Test
  void aHospitalOfOnesOwnCanAskAtOnce() {
    var part = Antrean.start(bpjs.context);
    part.load(Json.read(WORLD));
    assertEquals(1, doctors());
    part.load(Json.read("{\"dokter\": [{\"kodedokter\": 6, \"namadokter\": \"dr. Enam\"}]}"));
    int known = bpjs.db.read(handle -> handle.createQuery("select count(*) from antrean.dokter").mapTo(int.class).one());
    assertEquals(1, known, "what is there stays as it is");
  }

  @Test
  void whatIsWrongStopsTheStartAndKeepsNothing() {
    var part = Antrean.start(bpjs.context);
    for (var wrong : new String[] {WORLD.replace("\"libur\"", "\"liburan\""), WORLD.replace("08:00-10:00", "pagi"),
        WORLD.replace("\"hari\": 2", "\"hari\": 9"), WORLD.replace("2021-12-31", "2021-12-32"),
        WORLD.replace("\"user_key\": \"kunci\", ", ""), "{\"poli\": {}}"}) {
      var failure = assertThrows(StartFailure.class, () -> part.load(Json.read(wrong)), wrong);
      assertTrue(String.valueOf(failure.getMessage()).startsWith("antrean"), failure.getMessage());
    }
    assertEquals(-1, doctors());
  }
}
