package id.jejak.verify.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenRunnerTest {
  private static final String HEAD = """
      # operation: sample.shelf.store
      # source: INFERRED a sample
      # about: Packs are stored.
      """;
  private final SampleSystem system = new SampleSystem();

  private Run run(String exchanges) {
    return GoldenRunner.of(system).run(GoldenParser.parse(Path.of("sample.http"), HEAD + exchanges));
  }

  @Test
  void everyFileStartsInAFreshWorld() {
    var file = """
        POST /shelf

        {"packs": [1, 2]}
        --- 200
        Content-Type: application/json

        {"stored":2,"at":"{any:instant}","id":"x2"}
        """;
    assertEquals(List.of(), run(file).differences());
    assertEquals(List.of(), run(file).differences());
  }

  @Test
  void logsInOncePerFileAndFillsAccountsIn() {
    assertEquals(List.of(), run("""
        POST /echo?token={token:123}

        {email:123} {password:123} {token:123} {}
        --- 200

        token=TOKEN1|a@demo.id rahasia TOKEN1 {}
        """).differences());
  }

  @Test
  void capturedValuesAreUsedLater() {
    assertEquals(List.of(), run("""
        # capture id = $.data.user.id
        # capture token = $.data.user.token
        @setup POST /api/v3/auth/login
        ===
        POST /echo

        {id} {token}
        --- 200

        |7 TOKEN1
        """).differences());
  }

  @Test
  void seriesAndPacksAreSpelledOut() {
    assertEquals(List.of(), run("""
        POST /echo

        [{series:BULK-:2}] [{packs:P:1:primer}]
        --- 200

        |["BULK-00001","BULK-00002"] [{"barcode":"P00001","level":"primer"}]
        """).differences());
  }

  @Test
  void linesOfAMultipartBodyEndAsTheStandardWants() {
    var run = run("""
        POST /echo
        Content-Type: multipart/form-data; boundary=X

        --X
        --X--
        --- 200

        """);
    assertEquals("|--X\r\n--X--\r\n", run.asked().getFirst().got().body());
  }

  @Test
  void tellsStatusHeaderValueAndPlace() {
    var told = run("""
        POST /shelf
        Content-Type: application/json

        {"packs": [1]}
        --- 201
        Content-Type: text/html
        X-None: 1

        {"stored":{any:int},"at":"{any:instant}","id":"x9"}
        """).differences();
    assertEquals(1, told.size());
    assertEquals(List.of(
        "sample.http:8 POST /shelf",
        "  status: wanted 201, got 200",
        "  Content-Type: wanted text/html, got application/json",
        "  X-None: wanted 1, got none",
        "  /id: wanted \"x9\", got \"x1\"",
        "  body, from character 47 on:",
        "    wanted {\"stored\":{any:int},\"at\":\"{any:instant}\",\"id\":\"x9\"}",
        "    got    {\"stored\":1,\"at\":\"2026-11-22T01:02:03Z\",\"id\":\"x1\"}",
        "           " + " ".repeat(47) + "^"), told.getFirst().lines().toList());
  }

  @Test
  void blanksCountToo() {
    assertEquals(1, run("""
        POST /echo

        a
        --- 200

        | a
        """).differences().size());
  }

  @Test
  void anUnwrittenAnswerIsADifferenceExceptForSetups() {
    assertEquals(1, run("@setup POST /shelf\n\n{\"packs\":[]}\n===\nPOST /echo\n").differences().size());
  }

  @Test
  void stopsAtAPreparationThatWasRefused() {
    for (var refused : List.of("@setup POST /nowhere\n", "@setup POST /refuse\n")) {
      var run = run(refused + "===\nPOST /echo\n--- 200\n\n|\n");
      assertEquals(1, run.asked().size());
      assertTrue(run.differences().getFirst().contains("the preparation was refused"),
          run.differences().getFirst());
      assertEquals(run.file().lines(), Rewriter.rewritten(run));
    }
  }

  @Test
  void aRefusalThatIsWrittenDownIsMeant() {
    assertEquals(List.of(), run("""
        @setup POST /refuse
        --- 200

        {"status":false,"statusCode":"E013"}
        ===
        POST /echo
        --- 200

        |
        """).differences());
  }

  @Test
  void bytesAreAnyButNone() {
    assertEquals(List.of(), run("POST /image\n--- 200\nContent-Type: image/png\n\n{any:bytes}\n").differences());
    assertEquals(1, run("POST /nothing\n--- 200\n\n{any:bytes}\n").differences().size());
    var written = Rewriter.rewritten(run("POST /image\n"));
    assertEquals("{any:bytes}", written.getLast());
  }

  @Test
  void aWrittenAnswerOfASetupIsChecked() {
    assertEquals(1, run("@setup POST /nowhere\n--- 200\n===\nPOST /echo\n--- 200\n\n|\n").differences()
        .size());
  }

  @Test
  void stopsWhereAValueCannotBeCaptured() {
    var run = run("# capture id = $.nothing\n@setup POST /nowhere\n===\nPOST /echo\n\n{id}\n--- 200\n\n|\n");
    assertEquals(1, run.asked().size());
    assertTrue(run.differences().getFirst().contains("no value at /nothing"), run.differences().getFirst());
  }

  @Test
  void refusesAPlaceholderNobodyKnows() {
    assertThrows(Variables.Unfilled.class, () -> run("POST /echo?t={token:999}\n--- 200\n\n|\n"));
  }
}
