package id.jejak.ttac.http.symbol;

import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/** The kinds of symbol BPOM accepts on a pack (2018 concept; PerBPOM 22/2022). */
public enum Carrier {
  /** The usual one on medicine packs. */
  DATA_MATRIX(1),
  /** Larger for the same text, and read by every telephone. */
  QR(4);

  private final int quietZone;

  Carrier(int quietZone) {
    this.quietZone = quietZone;
  }

  /** White modules the symbology demands around the symbol. */
  int quietZone() {
    return quietZone;
  }

  Symbol create() {
    return switch (this) {
      case DATA_MATRIX -> square();
      case QR -> new QrCode();
    };
  }

  private static Symbol square() {
    var matrix = new DataMatrix();
    matrix.setForceMode(DataMatrix.ForceMode.SQUARE);
    return matrix;
  }
}
