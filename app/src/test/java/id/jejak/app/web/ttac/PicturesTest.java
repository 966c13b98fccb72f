package id.jejak.app.web.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.Java2DRenderer;

class PicturesTest {
  private static final String ONE = "90DBL1234567890A1-17351231-21SN0001";

  /** As a page sends what its camera sees; without a code nothing but paper. */
  private static byte[] jpeg(Color paper, Color ink, Optional<String> code) throws IOException {
    var image = new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new java.awt.Color(paper.red, paper.green, paper.blue));
    pen.fillRect(0, 0, 800, 800);
    pen.translate(300, 300);
    code.ifPresent(text -> {
      var symbol = new DataMatrix();
      symbol.setContent(text);
      new Java2DRenderer(pen, 8, paper, ink).render(symbol);
    });
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  @Test
  void oneCodeIsReadAtAGlanceAndWhatIsOddWhenLookedAtLonger() throws IOException {
    var plain = jpeg(Color.WHITE, Color.BLACK, Optional.of(ONE));
    assertEquals(List.of(ONE), Pictures.seen(plain, false));
    assertEquals(List.of(ONE), Pictures.seen(plain, true));
    assertEquals(List.of(ONE), Pictures.seen(jpeg(Color.BLACK, Color.WHITE, Optional.of(ONE)), true), "light on dark");
  }

  @Test
  void whatHoldsNoCodeGivesNone() throws IOException {
    var empty = jpeg(Color.WHITE, Color.BLACK, Optional.empty());
    for (boolean thorough : new boolean[] {false, true}) {
      assertEquals(List.of(), Pictures.seen(empty, thorough));
      assertEquals(List.of(), Pictures.seen(java.util.Arrays.copyOf(empty, 60), thorough));
    }
  }
}
