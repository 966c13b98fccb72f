package id.jejak.verify.bench.camera;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** What a phone's page cuts out of its camera's picture and sends, with the noise of a camera from one seed. Immutable. */
final class Scene {
  /** Pixels of a side, as the page sends them. */
  private static final int SIDE = 800;
  private static final int SYMBOL = 260;
  private static final int NOISE = 12;
  private static final int BLUR = 17;
  private static final float QUALITY = 0.85f;

  private final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);

  private Scene() {}

  /** A table with a box, lines of print on it, and no code. */
  static Scene empty() {
    var scene = new Scene();
    var pen = scene.image.createGraphics();
    pen.setColor(new Color(150, 146, 140));
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.setColor(new Color(238, 238, 234));
    pen.fillRect(SIDE / 8, SIDE / 5, SIDE * 3 / 4, SIDE * 3 / 5);
    pen.setColor(new Color(40, 60, 120));
    for (int line = 0; line < 6; line++) {
      pen.fillRect(SIDE / 8 + 20, SIDE / 5 + 20 + line * 10, 420 - 37 * line, 4);
    }
    pen.dispose();
    scene.noise();
    return scene;
  }

  /** The same with one symbol, turned as by a hand. */
  static Scene with(byte[] symbol) throws IOException {
    var scene = empty();
    var drawn = ImageIO.read(new ByteArrayInputStream(symbol));
    var pen = scene.image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.rotate(Math.toRadians(7), SIDE / 2.0, SIDE / 2.0);
    double scale = (double) SYMBOL / drawn.getWidth();
    double corner = (SIDE - SYMBOL) / 2.0;
    pen.drawImage(drawn, new AffineTransform(scale, 0, 0, scale, corner, corner), null);
    pen.dispose();
    scene.noise();
    return scene;
  }

  /** The same out of focus. */
  Scene blurred() {
    var weights = new float[BLUR * BLUR];
    Arrays.fill(weights, 1f / weights.length);
    var blurred = new Scene();
    new ConvolveOp(new Kernel(BLUR, BLUR, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, blurred.image);
    blurred.noise();
    return blurred;
  }

  private void noise() {
    var random = new Random(725);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int by = random.nextInt(2 * NOISE + 1) - NOISE;
        int was = image.getRGB(x, y);
        image.setRGB(x, y, moved(was >> 16, by) << 16 | moved(was >> 8, by) << 8 | moved(was, by));
      }
    }
  }

  private static int moved(int channel, int by) {
    return Math.clamp((channel & 0xFF) + by, 0, 255);
  }

  /** As the page presses it. */
  byte[] jpeg() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
