package id.jejak.kernel.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableJsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"{\"x\":1e99999999999999}", "[1E-99999999999999]", "{\"x\":1e2147483648}", "{", "nan", "[01]",
      "{\"a\":1}x"})
  void whatCannotBeReadSaysSoAndShowsNothing(String text) {
    for (var read : java.util.List.<Runnable>of(() -> Json.read(text),
        () -> Json.read(text.getBytes(StandardCharsets.UTF_8)))) {
      var unreadable = assertThrows(Json.Unreadable.class, read::run);
      assertFalse(String.valueOf(unreadable.getMessage()).contains("9999"), unreadable.getMessage());
    }
  }
}
