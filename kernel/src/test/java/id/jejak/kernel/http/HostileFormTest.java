package id.jejak.kernel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Forms built to be slow to read. Each is read in milliseconds when every byte is looked at a fixed number of times,
 * and in minutes when each pair looks through all that follows it.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFormTest {
  private static final int SIZE = 8 * 1024 * 1024;

  @Test
  void pairsWithoutValuesDoNotSearchTheRestOfTheForm() {
    var form = "a&".repeat(Form.MAX_PAIRS) + "b".repeat(SIZE) + "\u20ac";
    for (int i = 0; i < 20; i++) {
      assertEquals(Form.MAX_PAIRS, Form.urlencoded(form).get("a").size());
    }
  }

  @Test
  void partsWithoutABlankLineDoNotSearchTheRestOfTheForm() {
    var body = ("--b\r\n".repeat(Form.MAX_PAIRS) + "x".repeat(SIZE) + "--b--").getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 20; i++) {
      assertTrue(Form.multipart("multipart/form-data; boundary=b", body).isEmpty());
    }
  }
}
