package id.jejak.app.web;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A film in grey, as a browser takes it in place of a camera: packs held before it, one after the other. Each picture has
 * the noise and the slant of a hand, from one seed.
 */
final class Film implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int A_SECOND = 4;
  /** How long one picture is seen. */
  static final Duration PICTURE = Duration.ofMillis(1_000 / A_SECOND);
  /** Pixels of a symbol's side on the film. */
  private static final int SYMBOL = 300;
  private static final int NOISE = 14;

  private final OutputStream out;
  private final Random random = new Random(725);

  Film(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file));
    out.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F" + A_SECOND + ":1 Ip A1:1 C420jpeg\n")
        .getBytes(StandardCharsets.US_ASCII));
  }

  /** Holds a pack with a symbol before the camera, turned by some degrees. */
  Film pack(byte[] symbol, int degrees, int pictures) throws IOException {
    return pictures(symbol, degrees, pictures, false);
  }

  /** The same with a symbol that was torn. */
  Film torn(byte[] symbol, int pictures) throws IOException {
    return pictures(symbol, 0, pictures, true);
  }

  private Film pictures(byte[] symbol, int degrees, int pictures, boolean torn) throws IOException {
    var drawn = ImageIO.read(new ByteArrayInputStream(symbol));
    for (int i = 0; i < pictures; i++) {
      write(picture(drawn, degrees + random.nextInt(5) - 2, torn));
    }
    return this;
  }

  /** A white label on a grey table. */
  private BufferedImage picture(BufferedImage symbol, int degrees, boolean torn) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(new Color(150, 150, 150));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
    pen.setColor(new Color(235, 235, 235));
    pen.fillRect(WIDTH / 2 - SYMBOL, HEIGHT / 2 - SYMBOL * 3 / 4, SYMBOL * 2, SYMBOL * 3 / 2);
    double scale = (double) SYMBOL / symbol.getWidth();
    pen.drawImage(symbol, new AffineTransform(scale, 0, 0, scale, (WIDTH - SYMBOL) / 2.0, (HEIGHT - SYMBOL) / 2.0), null);
    if (torn) {
      pen.fillPolygon(new int[] {WIDTH / 2 - SYMBOL, WIDTH / 2 + SYMBOL / 4, WIDTH / 2 - SYMBOL}, new int[] {
          HEIGHT / 2 - SYMBOL, HEIGHT / 2 + SYMBOL, HEIGHT / 2 + SYMBOL}, 3);
    }
    pen.dispose();
    return image;
  }

  private void write(BufferedImage image) throws IOException {
    var light = image.getRaster().getDataElements(0, 0, WIDTH, HEIGHT, null) instanceof byte[] all ? all : new byte[0];
    for (int i = 0; i < light.length; i++) {
      light[i] = (byte) Math.clamp((light[i] & 0xFF) + random.nextInt(2 * NOISE + 1) - NOISE, 16, 235);
    }
    out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
    out.write(light);
    var grey = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(grey, (byte) 128);
    out.write(grey);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
