package id.jejak.kfa.http.synthetic;

/**
 * How often something is wrong, in a thousand of what is named. Those of medicines give together what was counted in a
 * real page of a hundred rows (March 2023): 8 without a code, 15 with no packs, 21 without registration number, and so
 * on; general products are about a fifth of all rows.
 */
final class Rates {
  /** General products whose code is {@code /}; most of the eight in a hundred. */
  static final int GENERAL_WITHOUT_CODE = 370;
  /** Brands whose code is {@code /}. */
  static final int BRAND_WITHOUT_CODE = 12;
  /** General products with somebody's registration number. */
  static final int GENERAL_WITH_NUMBER = 70;
  /** Brands without a registration number. */
  static final int BRAND_WITHOUT_NUMBER = 40;
  /** Brands with the registration number of the one before. */
  static final int SHARED_NUMBER = 53;
  /** Brands with an empty list of packs. */
  static final int NO_PACKS = 32;
  /** Packs with the code of their product; as many have the code of the template. */
  static final int WRONG_PACK = 18;
  /** General products whose price is 1. */
  static final int PRICE_ONE = 900;
  /** Brands without a price: no dirt, many have none. */
  static final int NO_PRICE = 510;
  /** Rows that repeat an identifier. */
  static final int REPEATED = 100;
  /** Templates without ingredients. */
  static final int WITHOUT_INGREDIENTS = 30;
  /** Templates with a decimal point; others have blanks around the stroke. */
  static final int OTHER_WRITING = 200;
  /** Ingredients in capitals. */
  static final int CAPITALS = 250;
  /** Rows that say they are not generic, where others say nothing. */
  static final int NOT_GENERIC = 20;
  /** Rows whose term is a number. */
  static final int NUMERIC_TERM = 12;
  /** Rows with a tag of nothing. */
  static final int EMPTY_TAG = 15;
  /** Prices with a long fraction. */
  static final int LONG_PRICE = 15;
  /** Rows that another row replaces. */
  static final int REPLACED = 8;
  /** Replaced rows, the third of their template, that carry the template's code. */
  static final int TEMPLATE_AS_CODE = 300;
  /** Devices whose code is {@code /}. */
  static final int DEVICE_WITHOUT_CODE = 80;

  private Rates() {}
}
