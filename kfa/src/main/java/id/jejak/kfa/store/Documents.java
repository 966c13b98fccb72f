package id.jejak.kfa.store;

import id.jejak.kernel.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What loading takes out of documents. Stateless. */
final class Documents {
  private static final int DIGEST_BYTES = 16;
  private static final int LARGEST_SCALE = 40;

  private Documents() {}

  /**
   * A document as it is kept.
   *
   * @param text its members in their order, numbers as they were written
   * @param digest tells one text from another
   */
  record Kept(String text, byte[] digest) {}

  /** A document as it is kept. */
  static Kept kept(JsonNode document) {
    var bytes = Json.write((Object) document);
    try {
      return new Kept(new String(bytes, StandardCharsets.UTF_8),
          Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A price as it is compared: 7215.0 and 7215 are the same. */
  static @Nullable String price(JsonNode node, String member) {
    var value = node.path(member);
    if (!value.isNumber()) {
      return null;
    }
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    return Math.abs(number.scale()) > LARGEST_SCALE ? number.toString() : number.toPlainString();
  }

  /** What stands in the place of a product or a template, shortly; null when nothing does. */
  static @Nullable String replacement(JsonNode document) {
    var replacement = document.path("replacement");
    var told = Stream.of("product", "template")
        .flatMap(part -> Lenient.code(replacement.path(part), "kfa_code").stream()).toList();
    var whole = told.isEmpty() ? Lenient.code(replacement, "kfa_code").stream().toList() : told;
    return whole.isEmpty() ? null : String.join(" ", whole);
  }

  /** Codes that others gave, as they are compared. */
  static Set<String> references(JsonNode document) {
    var codes = new LinkedHashSet<String>();
    Lenient.text(document, "nie").map(Lenient::nie).ifPresent(codes::add);
    Lenient.text(document, "kode_lkpp").map(Lenient::nie).ifPresent(codes::add);
    document.path("identifier_ids").forEach(one -> Lenient.text(one, "code").map(Lenient::nie).ifPresent(codes::add));
    return codes;
  }

  /** The longest of a device's category codes: each begins with the one above it. */
  static @Nullable String category(JsonNode document) {
    return Stream.of("sub_jenis", "jenis", "sub_kategori", "kategori")
        .flatMap(member -> Lenient.code(document.path(member), "code").stream()).findFirst().orElse(null);
  }

  /** Words with a blank before each, so that a pattern finds their beginnings. */
  static String searched(JsonNode document, List<String> members) {
    var words = new StringBuilder();
    members.forEach(member -> Lenient.text(document, member)
        .ifPresent(text -> Words.of(text).forEach(word -> words.append(' ').append(word))));
    return words.toString();
  }

  /** What a row is, in small letters; its group decides where the code is missing. */
  static String kind(JsonNode document) {
    var type = document.path("farmalkes_type");
    return Lenient.text(type, "code").filter(code -> KINDS.contains(code))
        .orElse(Lenient.text(type, "group").filter("alkes"::equals).isPresent() ? "device" : "medicine");
  }

  private static final Set<String> KINDS = Set.of("medicine", "vaccine", "device", "pkrt");

  /** The code of the node above, however it is written; null for none. */
  static @Nullable String parent(JsonNode document) {
    var parent = document.path("parent");
    Optional<String> code = parent.isObject() ? Lenient.text(parent, "code") : Lenient.text(parent);
    return code.or(() -> Lenient.text(document, "parent_code")).orElse(null);
  }
}
