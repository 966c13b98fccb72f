package id.jejak.kfa.store.read;

/** What a key of a product is. The order is that of the files: a new one joins at the end. */
enum Family {
  CODE,
  NIE,
  LKPP,
  TEMPLATE,
  PACK,
  TAG,
  ATC,
  WORD,
  INGREDIENT
}
