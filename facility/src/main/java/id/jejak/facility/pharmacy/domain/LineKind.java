package id.jejak.facility.pharmacy.domain;

/** How a line of a prescription is made. The number is what is stored, the code is SATUSEHAT's. */
public enum LineKind {
  /** A product as it is. */
  PRODUCT(1, "NC", "Non-compound"),
  /** Compounded so that each piece holds the doses that are named (da tales doses). */
  BY_DOSE(2, "SD", "Gives of such doses"),
  /** Compounded, and the whole divided into equal parts. */
  EQUAL_PARTS(3, "EP", "Divide into equal parts");

  private final int number;
  private final String code;
  private final String display;

  LineKind(int number, String code, String display) {
    this.number = number;
    this.code = code;
    this.display = display;
  }

  /** As stored. */
  public int number() {
    return number;
  }

  /** As SATUSEHAT writes it. */
  public String code() {
    return code;
  }

  /** SATUSEHAT's words for it. */
  public String display() {
    return display;
  }

  /** True when it is made here of something else. */
  public boolean compound() {
    return this != PRODUCT;
  }

  /** The kind with this number. */
  public static LineKind of(int number) {
    return values()[number - 1];
  }

  /** The kind with this code; anything else is a product as it is. */
  public static LineKind ofCode(String code) {
    for (var kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    return PRODUCT;
  }
}
