package id.jejak.ttac.http;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.ttac.http.symbol.Carrier;
import id.jejak.ttac.http.symbol.Symbols;
import java.time.InstantSource;
import java.time.Year;

/** {@code barcode/symbol}: a barcode as an image, whether it is registered or not. */
final class Drawing {
  /** Pixels of one module's edge: large enough to be scanned off a screen. */
  private static final int MODULE = 8;

  private final InstantSource clock;

  Drawing(InstantSource clock) {
    this.clock = clock;
  }

  Response symbol(Caller caller, Params params, Request request) {
    var barcode = params.text("barcode", Limits.BARCODE_LENGTH);
    var carrier = switch (params.textOrEmpty("carrier", Limits.SHORT_LENGTH).orElse("datamatrix")) {
      case "datamatrix" -> Carrier.DATA_MATRIX;
      case "qr" -> Carrier.QR;
      default -> throw Stop.parameter(Sentence.invalid("carrier"));
    };
    var format = params.textOrEmpty("format", Limits.SHORT_LENGTH).orElse("png");
    var reading = BarcodeText.read(barcode, Year.of(WibText.date(clock.instant()).getYear()));
    try {
      return switch (format) {
        case "png" -> Response.of(200, "image/png", Symbols.png(carrier, reading, MODULE));
        case "svg" -> Response.of(200, "image/svg+xml", Symbols.svg(carrier, reading));
        default -> throw Stop.parameter(Sentence.invalid("format"));
      };
    } catch (IllegalArgumentException e) { // no symbol can hold it, or it may mean several packs
      throw Stop.parameter(Sentence.invalid("barcode"));
    }
  }
}
