package id.jejak.kfa.store.search;

/** Names of the index's fields, and the version of what is in them. */
final class Fields {
  /** Raised whenever reading names, or what is kept of them, changes: older files are then made again. */
  static final int VERSION = 3;

  /** Any code of the dictionary. */
  static final String CODE = "c";
  /** Codes of packs. */
  static final String PACK = "k";
  /** Codes that others gave, without blanks, in capitals. */
  static final String IDENTIFIER = "i";
  /** Words of a template: substances and the rest of its name. */
  static final String WORD = "w";
  /** Words of a template that name its substances. */
  static final String SUBSTANCE = "s";
  /** How these are written, and the key of each. */
  static final String WRITTEN = "r";
  /** Strengths of a template. */
  static final String STRENGTH = "q";
  /** Shape of a template's form. */
  static final String SHAPE = "f";
  /** On templates with one substance. */
  static final String SINGLE = "n";
  /** Words of an ingredient. */
  static final String INGREDIENT = "a";
  /** Words of a product's brand. */
  static final String BRAND = "b";
  /** Words of who makes or sells it. */
  static final String MAKER = "m";
  /** Words of a product's template. */
  static final String PRODUCT_WORD = "p";
  /** Code of a product's template. */
  static final String TEMPLATE = "t";
  /** Code of the template, on the product that stands for all brands of it. */
  static final String GENERAL = "g";
  /** What an entry is, see {@link Entry}. */
  static final String ENTRY = "d";

  private Fields() {}
}
