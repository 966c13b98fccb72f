package id.jejak.verify.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenRewriteTest {
  private static final String STALE = """
      # case: A1
      # operation: sample.shelf.store
      # source: INFERRED a sample
      # about: Packs are stored.
      # capture token = $.data.user.token
      POST /api/v3/auth/login
      --- 200

      {"data":{"user":{"id":{any:int},"token":"{any:string}"}}}
      ===
      POST /shelf

      {"packs": [1], "token": "{token}"}
      --- 500
      Content-Type: application/json
      X-Gone: 1

      {"stored":{any:int},"at":"{any:instant}","id":"old","gone":1}
      ===
      POST /echo
      """;
  private static final String FRESH = """
      # case: A1
      # operation: sample.shelf.store
      # source: INFERRED a sample
      # about: Packs are stored.
      # capture token = $.data.user.token
      POST /api/v3/auth/login
      --- 200

      {"data":{"user":{"id":{any:int},"token":"{any:string}"}}}
      ===
      POST /shelf

      {"packs": [1], "token": "{token}"}
      --- 200
      Content-Type: application/json

      {"stored":{any:int},"at":"{any:instant}","id":"x1"}
      ===
      POST /echo
      --- 200
      Content-Type: text/plain

      |
      """;

  @TempDir
  Path folder;

  @Test
  void rewritesWhatIsStaleAndFailsOnce() throws IOException {
    var path = Files.writeString(folder.resolve("shelf-store-a1.http"), STALE);
    var said = new ByteArrayOutputStream();
    var golden = new Golden(new SampleSystem(), new PrintStream(said, true, StandardCharsets.UTF_8));
    assertEquals(1, golden.rewrite(List.of(GoldenFile.read(path))));
    assertEquals(FRESH, Files.readString(path));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("/gone: wanted 1, got nothing"));
    assertEquals(0, golden.rewrite(List.of(GoldenFile.read(path))));
    assertEquals(FRESH, Files.readString(path));
  }
}
