package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside the demo world: accounts of one's own, nothing offered, nothing open. */
class OwnersHouseTest {
  private static final String WORLD = """
      {"facility": {
        "facilities": [{"id": "rs-anda", "name": "RS Anda", "kind": "hospital", "sarana": 123,
                        "organization": "10000005", "ppk": "1311R002", "zone": "WIB"}],
        "staff": [{"username": "admin.anda", "name": "Nama Anda", "password": "dua belas huruf", "facility": "rs-anda",
                   "roles": ["administrator"]}]}}""";

  @TempDir
  private Path folder;

  @Test
  void staffWorksThereAsInTheDemoWorld() throws IOException {
    try (var console = TestConsole.ofOwner(Files.writeString(folder.resolve("world.json"), WORLD))) {
      var login = console.get("/console/staff/login");
      assertEquals(200, login.status());
      assertFalse(login.text().contains("jejak-fasilitas"), "accounts are offered");
      assertEquals(303, console.get("/console/waits").status());
      assertEquals(422, console.form("/console/staff/login", "/console/staff/login", "username", "admin.anda",
          "password", "jejak-fasilitas").status());
      assertEquals(303, console.form("/console/staff/login", "/console/staff/login", "username", "admin.anda",
          "password", "dua belas huruf").status());
      for (var path : new String[] {"/console/staff", "/console/waits", "/console/delivery"}) {
        assertEquals(200, console.get(path).status(), path);
      }
      for (var path : new String[] {"/console/queue", "/console/audit", "/console/patient-code"}) {
        assertEquals(403, console.get(path).status(), path);
      }
      assertEquals(404, console.get("/console/queue/display/ruang-tunggu-demo").status());
    }
  }
}
