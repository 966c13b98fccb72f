package id.jejak.verify.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "`{\"a\":1}`             | `{\"a\":1}`                     | -1",
      "`{\"a\":1}`             | `{\"a\":1} `                    | 7",
      "`{\"a\":1}`             | `{\"a\":`                       | 5",
      "`{\"a\":{any:int}}`     | `{\"a\":-12}`                   | -1",
      "`{\"a\":{any:int}}`     | `{\"a\":\"1\"}`                 | 5",
      "`\"{any:string}\"`      | `\"a\\\"b\"`                    | -1",
      "`\"{any:string}\"`      | `null`                          | 0",
      "`\"{any:instant}\"`     | `\"2026-11-22T01:02:03.5Z\"`    | -1",
      "`\"{any:instant}\"`     | `\"2026-11-22 01:02:03\"`       | -1",
      "`\"{any:instant}\"`     | `\"2026-11-22\"`                | 1",
      "`{any:bytes}`         | `PK\u0003\ufffd\n`             | -1",
      "`a{any:bytes}`        | `b`                            | 0",
      "`{any:bytes}`         | ``                             | 0"})
  void saysWhereItStopsToMatch(String template, String actual, int place) {
    assertEquals(place, Template.mismatch(template, actual));
  }
}
