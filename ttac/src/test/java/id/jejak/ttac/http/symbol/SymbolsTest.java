package id.jejak.ttac.http.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.ttac.contract.barcode.BarcodeWriter;
import id.jejak.ttac.contract.barcode.Packs;
import id.jejak.ttac.contract.barcode.Reading;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SymbolsTest {

  private static final String PACK = "(90)DKL0870700244C1(10)A108(17)280831(21)P12313226";

  @ParameterizedTest
  @CsvSource({"DATA_MATRIX,]d2", "QR,]Q3"})
  void drawsPacksAsTrueGs1Symbols(Carrier carrier, String identifier) throws Exception {
    var random = new Random(11);
    for (var i = 0; i < 20; i++) {
      var reading = read(i == 0 ? PACK : BarcodeWriter.separated(Packs.any(random)));
      var scan = scan(Symbols.png(carrier, reading, 4));
      assertEquals(identifier, scan.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
      assertEquals(reading.key(), read(identifier + scan.getText()).key());
    }
  }

  @ParameterizedTest
  @CsvSource({"DATA_MATRIX,]d1", "QR,]Q1"})
  void drawsOwnCodesAsPlainSymbols(Carrier carrier, String identifier) throws Exception {
    for (var code : List.of("TSR_SGTDEV001", "OKTADEV01BAR0000001", "01gt123x108A003x1717080321P12313226")) {
      var scan = scan(Symbols.png(carrier, read(code), 3));
      assertEquals(identifier, scan.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
      assertEquals(code, scan.getText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void drawsTheSameModulesAsSvg(Carrier carrier) throws Exception {
    var svg = Symbols.svg(carrier, read(PACK));
    var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    var image = ImageIO.read(new ByteArrayInputStream(Symbols.png(carrier, read(PACK), 1)));
    assertEquals("0 0 " + image.getWidth() + " " + image.getHeight(), root.getAttribute("viewBox"));
    var black = 0;
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        black += (image.getRGB(x, y) & 0xFFFFFF) == 0 ? 1 : 0;
      }
    }
    assertEquals(black, area(svg));
  }

  @Test
  void fitsAPackInto24Modules() throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(Symbols.png(Carrier.DATA_MATRIX, read(PACK), 1)));
    assertTrue(image.getWidth() <= 26, "with its margin it has " + image.getWidth());
  }

  @Test
  void refusesWhatIsNotOneBarcode() {
    var ambiguous = read("90DKL0870700244C11728083110A211021P7");
    assertThrows(IllegalArgumentException.class, () -> Symbols.svg(Carrier.QR, ambiguous));
    assertThrows(IllegalArgumentException.class, () -> Symbols.svg(Carrier.QR, read("")));
    var huge = read("X".repeat(9_000));
    assertThrows(IllegalArgumentException.class, () -> Symbols.svg(Carrier.DATA_MATRIX, huge));
    assertThrows(IllegalArgumentException.class, () -> Symbols.png(Carrier.QR, read(PACK), 0));
    assertThrows(IllegalArgumentException.class,
        () -> Symbols.png(Carrier.QR, read(PACK), Symbols.MAX_MODULE_PIXELS + 1));
  }

  private static int area(String svg) {
    var sum = 0;
    for (var bar : svg.substring(svg.indexOf("d=\"") + 3, svg.lastIndexOf('"')).split("z")) {
      sum += Integer.parseInt(bar.substring(bar.indexOf('h') + 1, bar.indexOf('v')))
          * Integer.parseInt(bar.substring(bar.indexOf('v') + 1, bar.lastIndexOf('h')));
    }
    return sum;
  }

  private static Reading read(String text) {
    return BarcodeText.read(text, Packs.NOW);
  }

  private static Result scan(byte[] png) throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    return new MultiFormatReader().decode(
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
        Map.of(DecodeHintType.PURE_BARCODE, true,
            DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE)));
  }
}
