package id.jejak.ttac.http.symbol;

import id.jejak.ttac.contract.barcode.BarcodeWriter;
import id.jejak.ttac.contract.barcode.Element;
import id.jejak.ttac.contract.barcode.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.Symbol;

/**
 * Draws a barcode as PNG or SVG: element strings as true GS1 symbols, own codes as plain ones.
 *
 * <p>Black squares on white and nothing else, so no font and no display is needed. All methods throw
 * {@link IllegalArgumentException} for an ambiguous or empty text, or one the symbol cannot hold. Stateless.
 */
public final class Symbols {

  /** Largest edge of one module, in pixels. */
  public static final int MAX_MODULE_PIXELS = 64;

  private Symbols() {}

  /**
   * The symbol as PNG, one bit per pixel.
   *
   * @param modulePixels edge of one module in pixels, 1 to {@link #MAX_MODULE_PIXELS}
   */
  public static byte[] png(Carrier carrier, Reading reading, int modulePixels) {
    if (modulePixels < 1 || modulePixels > MAX_MODULE_PIXELS) {
      throw new IllegalArgumentException(
          "a module has 1 to " + MAX_MODULE_PIXELS + " pixels, not " + modulePixels);
    }
    var symbol = draw(carrier, reading);
    var margin = carrier.quietZone();
    var image = new BufferedImage(
        (symbol.getWidth() + 2 * margin) * modulePixels,
        (symbol.getHeight() + 2 * margin) * modulePixels,
        BufferedImage.TYPE_BYTE_BINARY);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    for (var bar : symbol.getRectangles()) {
      graphics.fillRect(
          ((int) bar.x + margin) * modulePixels, ((int) bar.y + margin) * modulePixels,
          (int) bar.width * modulePixels, (int) bar.height * modulePixels);
    }
    graphics.dispose();
    return encoded(image);
  }

  /** The symbol as SVG whose unit is one module; scales without loss. */
  public static String svg(Carrier carrier, Reading reading) {
    var symbol = draw(carrier, reading);
    var margin = carrier.quietZone();
    var path = new StringBuilder();
    for (var bar : symbol.getRectangles()) {
      path.append('M').append((int) bar.x + margin).append(' ').append((int) bar.y + margin)
          .append('h').append((int) bar.width).append('v').append((int) bar.height)
          .append('h').append(-(int) bar.width).append('z');
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" shape-rendering="crispEdges">\
        <rect width="%1$s" height="%2$s" fill="#fff"/><path d="%3$s"/></svg>
        """.formatted(
            Integer.toString(symbol.getWidth() + 2 * margin),
            Integer.toString(symbol.getHeight() + 2 * margin),
            path);
  }

  private static Symbol draw(Carrier carrier, Reading reading) {
    var symbol = carrier.create();
    symbol.setModuleWidth(1);
    try {
      switch (reading) {
        case Reading.Structured structured -> {
          BarcodeWriter.requireValid(structured.elements());
          symbol.setDataType(Symbol.DataType.GS1);
          symbol.setContent(elements(structured.elements()));
        }
        case Reading.Opaque opaque -> symbol.setContent(opaque.text());
        case Reading.Ambiguous ambiguous ->
            throw new IllegalArgumentException("not one barcode but several: " + ambiguous.text());
      }
    } catch (OkapiException e) {
      throw new IllegalArgumentException("no symbol can hold this text: " + e.getMessage(), e);
    }
    return symbol;
  }

  /** The library's own notation: square brackets, which no GS1 value can contain. */
  private static String elements(List<Element> elements) {
    return elements.stream().map(e -> "[" + e.ai().code() + "]" + e.value()).collect(Collectors.joining());
  }

  private static byte[] encoded(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("a PNG in memory", e);
    }
    return bytes.toByteArray();
  }
}
