package id.jejak.kfa.store.read;

import id.jejak.kfa.store.Lenient;
import id.jejak.kfa.store.Products;
import id.jejak.kfa.store.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The keys by which a product is found. Stateless. */
final class Keys {
  /** Bytes of one key; what is longer is no code and no word. */
  static final int LONGEST = 200;
  private static final String NIE = "NIE";
  private static final String LKPP = "LKPP";

  /** One key. */
  record Key(Family family, byte[] text) {}

  private Keys() {}

  static List<Key> of(JsonNode doc) {
    var found = new LinkedHashSet<String>();
    var keys = new ArrayList<Key>();
    Lenient.code(doc, "kfa_code").ifPresent(code -> add(keys, found, Family.CODE, code));
    Lenient.code(doc.path("product_template"), "kfa_code").ifPresent(code -> add(keys, found, Family.TEMPLATE, code));
    Lenient.text(doc, "nie").ifPresent(nie -> add(keys, found, Family.NIE, Lenient.nie(nie)));
    Lenient.text(doc, "kode_lkpp").ifPresent(lkpp -> add(keys, found, Family.LKPP, Lenient.nie(lkpp)));
    doc.path("identifier_ids").forEach(one -> Lenient.text(one, "code").ifPresent(code -> {
      var source = Lenient.text(one, "source_name").orElse("").toUpperCase(Locale.ROOT);
      if (source.startsWith(NIE)) {
        add(keys, found, Family.NIE, Lenient.nie(code));
      } else if (source.startsWith(LKPP)) {
        add(keys, found, Family.LKPP, Lenient.nie(code));
      }
    }));
    doc.path("packaging_ids").forEach(one -> Lenient.code(one, "kfa_code")
        .ifPresent(code -> add(keys, found, Family.PACK, code)));
    doc.path("active_ingredients").forEach(one -> Lenient.code(one, "kfa_code")
        .ifPresent(code -> add(keys, found, Family.INGREDIENT, code)));
    Products.tags(doc).forEach(tag -> add(keys, found, Family.TAG, tag.toLowerCase(Locale.ROOT)));
    Products.atc(doc).forEach(code -> add(keys, found, Family.ATC, code.toUpperCase(Locale.ROOT)));
    words(doc, keys, found);
    return keys;
  }

  private static void words(JsonNode doc, List<Key> keys, LinkedHashSet<String> found) {
    var texts = new ArrayList<Optional<String>>();
    texts.add(Lenient.text(doc, "name"));
    texts.add(Lenient.text(doc, "nama_dagang"));
    texts.add(Lenient.text(doc.path("product_template"), "name"));
    doc.path("active_ingredients").forEach(one -> texts.add(Lenient.text(one, "zat_aktif")));
    texts.stream().flatMap(Optional::stream)
        .forEach(text -> Words.of(text).forEach(word -> add(keys, found, Family.WORD, word)));
  }

  private static void add(List<Key> keys, LinkedHashSet<String> found, Family family, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST && found.add(family.ordinal() + text)) {
      keys.add(new Key(family, bytes));
    }
  }
}
