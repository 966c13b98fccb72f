package id.jejak.antrean;

import static id.jejak.antrean.TestAntrean.add;
import static id.jejak.antrean.TestAntrean.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.part.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings change, and that the key of the secrets is looked after. */
class SettingsTest {
  @Test
  void strictReferencesLenientTasksPlainLists() {
    try (var bpjs = new TestAntrean(Map.of("antrean.references", "strict", "antrean.tasks.fill", "true",
        "antrean.lists", "array", "antrean.reference.code", "200"))) {
      assertEquals("201 Rujukan tidak valid",
          said(bpjs.post("/antrean/add", add("S1", "2021-03-16", "nomorreferensi", "0001R0040116A999999"))));
      assertEquals("200 Ok", said(bpjs.post("/antrean/add", add("S2", "2021-03-16", "pasienbaru", 1))));
      var noon = Instant.parse("2021-03-16T05:00:00Z");
      assertEquals("200 Ok", bpjs.task("S2", 1, noon));
      assertEquals("200 Ok", bpjs.task("S2", 2, noon.plusSeconds(60)));
      bpjs.booking("S3", "2021-03-16", false);
      assertEquals("200 Ok", bpjs.task("S3", 3, noon));
      assertEquals("201 TaskId=1 (2021-03-16 12:00:00 WIB) lebih besar dari pada TaskId=3 (2021-03-16 12:00:00 WIB)",
          bpjs.task("S3", 1, noon));
      assertEquals("200 Ok", bpjs.task("S3", 1, noon.minusSeconds(60)));
      var doctors = bpjs.get("/ref/dokter");
      assertEquals("200 OK", said(doctors));
      assertTrue(doctors.path("response").isArray());
    }
  }

  @Test
  void theKeyIsMadeOnceForItsOwnerOnlyAndAnotherOneStopsTheStart(@TempDir Path folder) throws IOException {
    try (var bpjs = new TestAntrean()) {
      var derived = folder.resolve("data/derived");
      bpjs.db.transaction(tx -> tx.execute("delete from antrean.consumer"));
      Antrean.start(at(bpjs.context, derived, Map.of())).sandbox().orElseThrow().reset();
      var key = folder.resolve("data/antrean.key");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
      Antrean.start(at(bpjs.context, derived, Map.of()));
      Antrean.start(at(bpjs.context, derived, Map.of("antrean.secret.key", Files.readString(key).strip())));
      assertTrue(assertThrows(StartFailure.class, () -> Antrean.start(at(bpjs.context,
          folder.resolve("elsewhere/derived"), Map.of()))).getMessage().contains("antrean.key"));
      assertThrows(StartFailure.class, () -> Antrean.start(at(bpjs.context, derived,
          Map.of("antrean.secret.key", "kurz"))));
    }
  }

  private static Context at(Context like, Path derived, Map<String, String> settings) {
    return new Context(like.db(), like.clock(), like.jobs(), Settings.read(settings, Antrean.settings(), Map.of()),
        like.ids(), new SecureRandom(), like.mailer(), derived, true);
  }

  @Test
  void whatNobodyMeantStopsTheStart() {
    assertThrows(StartFailure.class, () ->
        Settings.read(Map.of("antrean.lists", "tree"), Antrean.settings(), Map.of()));
    assertThrows(StartFailure.class, () ->
        Settings.read(Map.of("antrean.references", "yes"), Antrean.settings(), Map.of()));
  }
}
