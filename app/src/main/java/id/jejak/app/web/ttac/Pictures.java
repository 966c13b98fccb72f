package id.jejak.app.web.ttac;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
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
import javax.imageio.ImageReader;

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
  private static final Map<DecodeHintType, Object> LIVE = hints(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE,
      BarcodeFormat.CODE_128);

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
    return picture(bytes).map(image -> codes(image, HINTS)).orElse(List.of());
  }

  /** The same of what a camera is held over, as it is: two-dimensional codes, and those of boxes and pallets. */
  static List<String> seen(byte[] bytes) {
    return picture(bytes).map(image -> codes(image, LIVE)).orElse(List.of());
  }

  private static Optional<BufferedImage> picture(byte[] bytes) {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return thinned(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // damaged, or no picture at all
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> thinned(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      return Optional.empty();
    }
    var how = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / SIDE);
    how.setSourceSubsampling(step, step, 0, 0);
    return Optional.of(reader.read(0, how));
  }

  private static List<String> codes(BufferedImage image, Map<DecodeHintType, Object> hints) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) { // what is transparent stands on white paper
      pixels[i] = pixels[i] >>> 24 < 128 ? 0xFFFFFFFF : pixels[i];
    }
    LuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    var found = some(source, hints);
    return found.isEmpty() ? some(source.invert(), hints) : found;
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
