package id.jejak.kernel.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** Lines fit, nothing is lost, and what cannot be drawn does not stop a paper. */
class TypefaceTest {
  private interface Look {
    void at(Typeface typeface) throws IOException;
  }

  private static void with(Look look) throws IOException {
    try (var document = new PDDocument()) {
      look.at(new Typeface(document));
    }
  }

  @Test
  void whatCannotBeDrawnIsAQuestionMark() throws IOException {
    with(type -> assertEquals("a? ?b c", type.safe("a\u2603\u00a0漢b\tc").replace('\u00a0', ' ')));
    with(type -> assertEquals("? x", type.safe(Character.toString(0x1F48A) + "\nx")));
  }

  @Test
  void linesAreBrokenBetweenWordsAndFit() throws IOException {
    with(type -> {
      float room = type.width("tiga kali sehari", 10);
      assertEquals(List.of("tiga kali sehari", "satu tablet"), type.broken(" tiga  kali sehari satu tablet", 10, room));
      assertEquals(List.of("tiga kali", "sehari satu", "tablet"),
          type.broken("tiga kali sehari satu tablet", 10, room - 0.01f));
      assertEquals(List.of(""), type.broken(" ", 10, room));
    });
  }

  @Test
  void aWordThatIsTooLongIsCutAndTheNextOneFollowsIt() throws IOException {
    with(type -> {
      float room = type.width("xxxx", 8);
      assertEquals(List.of("xxxx", "xxxx", "x y"), type.broken("x".repeat(9) + " y", 8, room));
      assertEquals(List.of("a", "b"), type.broken("ab", 8, 0.1f), "each line holds one sign at least");
    });
  }

  @Test
  void everyLineOfALongTokenFits() throws IOException {
    with(type -> {
      var token = "aWi9".repeat(5_000);
      var lines = type.broken(token, 7.5f, 198);
      assertEquals(token, String.join("", lines));
      for (var line : lines) {
        assertTrue(type.width(line, 7.5f) <= 198.01f, line);
      }
    });
  }
}
