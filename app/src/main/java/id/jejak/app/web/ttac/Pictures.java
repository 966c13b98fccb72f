package id.jejak.app.web.ttac;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the barcodes in a photograph, for phones whose browser cannot. Stateless. */
final class Pictures {
  /** Bytes of a photograph. */
  static final long MOST_BYTES = 16L * 1024 * 1024;
  /** Pixels of a side that are looked at; larger photographs are thinned out as they are read. */
  private static final int SIDE = 2_000;
  /** Pixels of a photograph at the most, so that a small file cannot ask for much memory. */
  private static final long MOST_PIXELS = 80_000_000;
  private static final Map<DecodeHintType, Object> HINTS = hints(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE,
      BarcodeFormat.CODE_128, BarcodeFormat.EAN_13);
  /** Without the shop's code: it stands on every box beside ours, and whoever holds a camera over it did not choose it. */
  private static final List<BarcodeFormat> LIVE = List.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE,
      BarcodeFormat.CODE_128);
  private static final Map<DecodeHintType, Object> THOROUGH = hints(LIVE.toArray(BarcodeFormat[]::new));

  private Pictures() {}

  private static Map<DecodeHintType, Object> hints(BarcodeFormat... formats) {
    return Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE, DecodeHintType.POSSIBLE_FORMATS, List.of(formats));
  }

  /** Whether bytes begin as a JPEG or PNG does. */
  static boolean is(byte[] bytes) {
    return bytes.length > 8 && ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8
        || (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G');
  }

  /** The texts of the barcodes in a photograph; none when it holds none, or cannot be read as a picture. */
  static List<String> read(byte[] bytes) {
    return opened(bytes, (reader, how) -> light(reader.read(0, how))).map(source -> codes(source, HINTS)).orElse(List.of());
  }

  /**
   * The same of what a camera is held over: two-dimensional codes, and those of boxes and pallets.
   *
   * @param thorough looks for several codes, for light ones on dark, and for lines that are slanted or faint: what takes
   *     many times as long, and what a hand that is held still can wait for
   */
  static List<String> seen(byte[] bytes, boolean thorough) {
    return opened(bytes, Pictures::brightness).map(source -> thorough ? codes(source, THOROUGH) : glanced(source))
        .orElse(List.of());
  }

  private interface Look {
    LuminanceSource at(ImageReader reader, ImageReadParam how) throws IOException;
  }

  /** In memory only: with its usual cache, ImageIO writes what it reads to a file first. */
  private static Optional<LuminanceSource> opened(byte[] bytes, Look look) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return fits(reader) ? Optional.of(look.at(reader, thinned(reader))) : Optional.empty();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // damaged, or no picture at all
      return Optional.empty();
    }
  }

  private static boolean fits(ImageReader reader) throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
  }

  private static ImageReadParam thinned(ImageReader reader) throws IOException {
    var how = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / SIDE);
    how.setSourceSubsampling(step, step, 0, 0);
    return how;
  }

  /** A JPEG of a browser has brightness as its first band: colours need not be made of it, only to be thrown away. */
  private static LuminanceSource brightness(ImageReader reader, ImageReadParam how) throws IOException {
    if (!reader.canReadRaster()) {
      return light(reader.read(0, how));
    }
    var raster = reader.readRaster(0, how);
    int width = raster.getWidth();
    int height = raster.getHeight();
    var bright = new byte[width * height];
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        bright[y * width + x] = (byte) row[x];
      }
    }
    return new PlanarYUVLuminanceSource(bright, width, height, 0, 0, width, height, false);
  }

  /** One code, found where it stands out. */
  private static List<String> glanced(LuminanceSource source) {
    try {
      return List.of(new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)),
          Map.of(DecodeHintType.POSSIBLE_FORMATS, LIVE)).getText().strip());
    } catch (NotFoundException e) {
      return List.of();
    }
  }

  private static List<String> codes(LuminanceSource source, Map<DecodeHintType, Object> hints) {
    var found = some(source, hints);
    return found.isEmpty() ? some(source.invert(), hints) : found;
  }

  private static LuminanceSource light(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) { // what is transparent stands on white paper
      pixels[i] = pixels[i] >>> 24 < 128 ? 0xFFFFFFFF : pixels[i];
    }
    return new RGBLuminanceSource(width, height, pixels);
  }

  /** A GS1 symbol begins with a separator that belongs to no barcode. */
  private static List<String> some(LuminanceSource source, Map<DecodeHintType, Object> hints) {
    try {
      return Arrays.stream(new GenericMultipleBarcodeReader(new MultiFormatReader())
          .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), hints)).map(Result::getText)
          .map(String::strip).distinct().toList();
    } catch (NotFoundException e) {
      return List.of();
    }
  }
}
