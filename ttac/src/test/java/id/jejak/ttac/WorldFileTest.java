package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.StartFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A world file fills an empty TTAC once, and says what is wrong with it. */
class WorldFileTest {
  private static final String WORLD = """
      {"sarana": [
         {"id": 1, "nama": "PBF Satu", "alamat": "Jl. Satu", "no_telp": "021", "peran": "distributor"},
         {"id": 2, "nama": "Apotek Dua", "alamat": "Jl. Dua", "no_telp": "022", "peran": "apotek"}],
       "accounts": [
         {"email": "satu@contoh.example", "password": "rahasia-satu", "name": "Satu", "sarana_id": 1},
         {"email": "dua@contoh.example", "password": "rahasia-dua", "name": "Dua", "sarana_id": 2}],
       "targets": [[1, 2]],
       "barcodes": [
         {"sarana_id": 1, "nie": "GKL1222251043A1", "batch_no": "B1", "exp_date": "2030-12-31",
          "barcodes": [{"barcode": "W1", "level": "primer"}]}]}""";

  @Test
  void fillsAnEmptyTtacAndLeavesAFullOneAsItIs() {
    try (var ttac = new TestTtac(false)) {
      ttac.load(WORLD);
      ttac.load(WORLD);
      var token = ttac.login("satu@contoh.example", "rahasia-satu");
      assertEquals("E000", ttac.call("POST", "/api/v3/barcode/send",
          Map.of("token", token, "id_sarana_tujuan", 2, "barcode", List.of("W1"))).path("statusCode").asString());
      var back = ttac.login("dua@contoh.example", "rahasia-dua");
      assertEquals(0, ttac.call("GET", "/api/v3/sarana/mine/get", Map.of("token", back))
          .path("data").path("total").asInt());
    }
  }

  @Test
  void saysWhatIsWrongAndKeepsNothing() {
    try (var ttac = new TestTtac(false)) {
      var typo = assertThrows(StartFailure.class, () -> ttac.load(WORLD.replace("\"no_telp\"", "\"notelp\"")));
      assertTrue(typo.getMessage().contains("unknown member notelp"), typo.getMessage());
      var twice = assertThrows(StartFailure.class, () -> ttac.load(WORLD.replace("dua@contoh", "SATU@contoh")));
      assertTrue(twice.getMessage().contains("e-mail"), twice.getMessage());
      var pack = assertThrows(StartFailure.class, () -> ttac.load(WORLD.replace("2030-12-31", "soon")));
      assertTrue(pack.getMessage().contains("exp_date"), pack.getMessage());
      int kept = ttac.db.read(handle -> handle.createQuery("select count(*) from ttac.sarana")
          .mapTo(int.class).one());
      assertEquals(0, kept);
    }
  }
}
