package id.jejak.verify.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.contract.Grade;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenParserTest {
  private static final String HEAD = """
      # operation: ttac.auth.login
      # source: CERTAIN the document, chapter 4
      # about: A known account gets a token.
      """;

  private static GoldenFile parse(String text) {
    return GoldenParser.parse(Path.of("login-known.http"), text);
  }

  @Test
  void readsWhoSignsAndThatAnAnswerIsOpened() {
    var file = parse(HEAD + """
        # signed as 31002
        POST /arsws/rest/v2/antrean/batal
        user_key: x
        --- 200 opened

        {"ok":true}
        ===
        GET /plain
        --- 200
        """);
    var signed = file.exchanges().getFirst();
    assertEquals("31002", signed.signer().orElseThrow());
    assertEquals("user_key", signed.headers().getFirst().name());
    assertTrue(signed.expected().orElseThrow().opened());
    var plain = file.exchanges().getLast();
    assertTrue(plain.signer().isEmpty() && !plain.expected().orElseThrow().opened());
    assertThrows(GoldenParser.Malformed.class, () -> parse(HEAD + "# signed by 31002\nGET /x\n"));
  }

  @Test
  void readsFactsExchangesCapturesAndAnswers() {
    var file = parse("# case: L1, L2\n" + HEAD + """
        @setup POST /shelf
        ===
        # capture id = $.data.items[0].id
        POST /api/v3/auth/login?x=1
        Content-Type: application/json
        X-Two: b: c

        {"a": 1}

        {"b": 2}

        --- 200
        Content-Type: application/json

        {"ok":true}

        """);
    assertEquals(List.of("L1", "L2"), file.cases());
    assertEquals(Grade.CERTAIN, file.grade());
    assertEquals("the document, chapter 4", file.source());
    var setup = file.exchanges().getFirst();
    assertTrue(setup.setup() && setup.expected().isEmpty() && setup.body().isEmpty());
    var asked = file.exchanges().getLast();
    assertEquals("/api/v3/auth/login?x=1", asked.target());
    assertEquals(new Exchange.Header("X-Two", "b: c"), asked.headers().getLast());
    assertEquals("{\"a\": 1}\n\n{\"b\": 2}", asked.body());
    assertEquals(List.of(new Exchange.Capture("id", "/data/items/0/id")), asked.captures());
    assertEquals("{\"ok\":true}", asked.expected().orElseThrow().body());
  }

  @Test
  void readsARequestWhoseAnswerIsNotWrittenYet() {
    assertTrue(parse(HEAD + "GET /x\n").exchanges().getFirst().expected().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "# cases: L1\n" + HEAD_LINES + "GET /x\n",
      "# capture Id = $.a\n" + HEAD_LINES + "GET /x\n",
      HEAD_LINES + "get /x\n",
      HEAD_LINES + "GET /x\nno header\n",
      HEAD_LINES + "GET /x\n--- 200\n\n{any:thing}\n",
      HEAD_LINES + "@setup GET /x\n",
      "# operation: a.b.c\n" + HEAD_LINES + "GET /x\n",
      "# operation: a.b.c\n# source: SURE me\n# about: x\nGET /x\n",
      "# operation: a.b.c\n# source: CERTAIN me\nGET /x\n"})
  void refusesWhatIsAlmostRight(String text) {
    var refused = assertThrows(GoldenParser.Malformed.class, () -> parse(text));
    assertTrue(refused.getMessage().matches("(?s)login-known.http:\\d+: .+"), refused.getMessage());
  }

  private static final String HEAD_LINES = "# operation: a.b.c\n# source: CERTAIN me\n# about: x\n";
}
