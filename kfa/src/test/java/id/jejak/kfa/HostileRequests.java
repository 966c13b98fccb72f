package id.jejak.kfa;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Requests with something wrong in them; the seed is the whole story. */
final class HostileRequests {
  private static final List<String> PATHS = List.of("/kfa/products/farmalkes-price-jkn", "/kfa/farmalkes-price-jkn",
      "/kfa/products/atc", "/kfa/atc", "/kfa/products/tag", "/kfa/tag", "/kfa/tags", "/kfa-v2/products",
      "/kfa-v2/products/all", "/kfa-v3/alkes/products", "/kfa-v3/alkes/template", "/kfa/changes", "/kfa/import",
      "/kfa/nothing", "/kfa-v2", "/kfa-v3/", "/kfa/products/", "/kfa-v2/products/all/x");
  private static final List<String> NAMES = List.of("page", "size", "limit", "kfa_code", "code", "region_code",
      "document_ref", "atc_code", "level", "parent_code", "tag_code", "identifier", "template_code", "product_type",
      "from_date", "to_date", "farmalkes_type", "keyword", "packaging_code", "since", "state", "active",
      "reference_code", "search", "updated_from_date", "updated_to_date", "category_code", "type_code", "", "x[]",
      "page[]", "%zz", "__proto__");
  private static final List<String> VALUES = List.of("1", "10", "1000", "1001", "0", "-1", "1.0", "satu", "",
      " ", "99999999999999999999999", "+5", "92000372", "93015993", "/", "//", "L", "J05AF06", "kanker", "kfa", "nie",
      "lkpp", "farmasi", "alkes", "obat", "Farmasi", "farmasikeyword=x", "2023-01-01", "2023-02-30", "0000-00-00",
      "-999999999-01-01", "+999999999-12-31", "paracetamol 500", "a", "%", "_", "\\", "'; drop table kfa.product; --", "\u0000", "\ud800",
      "é", "日本", "AKD 20502220148", "null", "true", "{}", "[]", "a|b^c`", "<script>", "%2F", "𝔸", "İI", "regional1",
      "x".repeat(5_000), "a ".repeat(2_000), "1e3", "1_000", "٣");
  private static final List<String> JSON = List.of("1", "0", "-1", "1.5", "1e400", "\"1\"", "\"\"", "null", "true",
      "false", "{}", "[]", "[1,\"a\",null]", "\"valid\"", "\"2024-05-01\"", "\"x\"", "\"02,03\"", "\"%\"", "\"\\u0000\"",
      "\"\\ud800\"", "99999999999999999999", "\"sysmex\"", "[[]]", "\"" + "y,".repeat(500) + "\"");

  private final Random random;

  HostileRequests(long seed) {
    random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  Request request() {
    var path = one(PATHS);
    boolean post = path.startsWith("/kfa-v3") || path.endsWith("import");
    var method = random.nextInt(20) == 0 ? one(List.of("GET", "POST", "PUT", "DELETE", "HEAD", "X")) : post ? "POST" : "GET";
    var headers = Headers.of("Authorization", random.nextInt(30) == 0 ? one(List.of("Bearer", "Basic x", "", "Bearer  x"))
        : "Bearer " + TestKfa.TOKEN);
    if (random.nextInt(8) == 0) {
      headers = headers.plus("X-Jejak-Fields", one(List.of("2023", "2026", "stored", "", "x", "\u0000")));
    }
    var body = post ? body(path) : new byte[0];
    return Request.of(method, path + "?" + query(), headers.plus("Content-Type", "application/json"), Body.of(body));
  }

  private String query() {
    var pairs = new ArrayList<String>();
    boolean good = random.nextBoolean();
    if (good) {
      pairs.addAll(List.of("page=1", "size=10", "limit=10", "product_type=" + one(List.of("farmasi", "alkes")),
          "kfa_code=92000372", "identifier=" + one(List.of("kfa", "nie", "lkpp")), "atc_code=L", "tag_code=kanker",
          "code=93015993"));
    }
    for (int n = random.nextInt(6); n > 0; n--) {
      var value = one(VALUES);
      pairs.add(one(NAMES) + "=" + (random.nextInt(3) == 0 ? value : URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
    java.util.Collections.shuffle(pairs, random);
    return String.join(random.nextInt(30) == 0 ? ";" : "&", pairs);
  }

  private byte[] body(String path) {
    var text = path.endsWith("import") ? rows() : members();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> {
        for (int n = 1 + random.nextInt(3); n > 0 && bytes.length > 0; n--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        yield bytes;
      }
      default -> bytes;
    };
  }

  private String members() {
    var members = new ArrayList<String>(random.nextInt(4) == 0 ? List.of() : List.of("\"page\":1", "\"size\":10"));
    for (int n = random.nextInt(5); n > 0; n--) {
      members.add("\"" + one(NAMES).replace("%", "") + "\":" + one(JSON));
    }
    return random.nextInt(40) == 0 ? "[".repeat(200) : "{" + String.join(",", members) + "}";
  }

  /** Rows whose members are anything but what they should be. */
  private String rows() {
    var rows = new ArrayList<String>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      var members = new ArrayList<String>();
      for (var name : List.of("id", "name", "kfa_code", "active", "state", "updated_at", "farmalkes_type", "nie",
          "fix_price", "kode_lkpp", "identifier_ids", "packaging_ids", "product_template", "active_ingredients",
          "replacement", "tags", "atc_l1", "volume", "display_name", "price_unit", "code", "level", "parent",
          "start_date")) {
        if (random.nextInt(3) == 0) {
          members.add("\"" + name + "\":" + (random.nextInt(4) == 0 ? "[{\"code\":" + one(JSON) + ",\"kfa_code\":"
              + one(JSON) + ",\"name\":" + one(JSON) + "}]" : one(JSON)));
        }
      }
      rows.add("{" + String.join(",", members) + "}");
    }
    return random.nextBoolean() ? "[" + String.join(",", rows) + "]"
        : "{\"total\":1,\"items\":{\"data\":[" + String.join(",", rows) + "]}}";
  }
}
