package id.jejak.ttac;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.TtacOperations;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Valid requests of every operation, with something wrong in most of them. A seed gives the same one every time. */
final class Mutants {
  /** One parameter; the value is JSON text. A list, not a map: a name may come twice. */
  private record Pair(String name, String json) {}

  private static final List<String> ODD = List.of("null", "true", "false", "0", "1", "-1", "0.5", "1e2", "1E400",
      "1e999999999", "1e-999999999", "1e99999999999999", "123456789012345678901234567890", "9223372036854775807",
      "9223372036854775808", "-9223372036854775808", "2147483648", "4294967580", "NaN", "0x11C", "0284", "\"\"",
      "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u001d\"", "\"\\ud83d\\udc8a\"",
      "\"\u202e\u0130\u0131\u00df\"", "\"\u0661\u0662\"", "\"\uff11\uff12\"", "[]", "[[]]", "[[[\"x\"]]]", "[null]",
      "[1]", "[true,\"x\"]", "[\"x\",null]", "[\"\"]", "[\"\\u0000\"]", "[\"\\ud800x\"]", "{}", "{\"a\":{\"b\":[]}}",
      "[{\"barcode\":\"x\"}]", "\"' or '1'='1\"", "\"'; drop table ttac.pack; --\"", "[\"x') or true --\"]",
      "\"\\\\\"", "\"$1 ? :sarana ${jndi:ldap://x}\"", "\"%00%s%n\"", "\"<script>\"", "\"../../etc/passwd\"",
      "\"284\"", "\"123\"", "\"123 \"", "\"+123\"", "\"1_000\"", "\"284.0\"", "[\"SGTDEV001PRM0001\",\"SGTDEV001PRM0001\"]",
      "\"(90)\"", "[\"(01)(01)(01)\"]", "[\"]d2\"]", "[\"90\\u001d\\u001d\\u001d\"]", "\"physical\"", "\"tersier\"");

  private static final List<String> TYPES = List.of("application/json", "application/json; charset=utf-16",
      "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
      "multipart/form-data; boundary=\"x;y\"", "text/plain", "text/xml", "", ";;;", "APPLICATION/JSON",
      "application/json\u0000", "image/png; boundary=x", "multipart/form-data; boundary=----x");

  private final Random random;
  private final Map<Integer, String> tokens;
  private final List<String> stock;
  private final int seed;

  Mutants(int seed, Map<Integer, String> tokens, List<String> stock) {
    this.seed = seed;
    this.random = new Random(seed);
    this.tokens = tokens;
    this.stock = stock;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Every operation but login alike; login seldom, since each one costs a slow hash on purpose. */
  private Operation operation() {
    if (random.nextInt(80) == 0) {
      return TtacOperations.LOGIN;
    }
    var others = TtacOperations.ALL.stream().filter(one -> one != TtacOperations.LOGIN
        && one.path().startsWith("/") && !one.path().contains("import")).toList();
    return one(others);
  }

  /** One request. */
  Request request() {
    var operation = operation();
    var pairs = valid(operation);
    for (int n = random.nextInt(4); n > 0 && !pairs.isEmpty(); n--) {
      mutate(pairs);
    }
    var base = random.nextInt(30) == 0 ? one(List.of("/api/v3x", "/dev/public", "", "/API/V3", "/api/v3/"))
        : one(TtacOperations.BASES);
    var path = base + operation.path() + (random.nextInt(60) == 0 ? one(List.of("/", "/x", "%00", " ", "?")) : "");
    var method = random.nextInt(40) == 0
        ? one(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "X")) : operation.method();
    return carried(method, path, pairs);
  }

  private List<Pair> valid(Operation operation) {
    var pairs = new ArrayList<Pair>();
    int sarana = one(List.copyOf(new java.util.TreeSet<>(tokens.keySet())));
    for (var param : operation.params()) {
      var value = switch (param.name()) {
        case "token" -> "\"" + tokens.get(sarana) + "\"";
        case "barcode" -> barcodes();
        case "id_sarana_tujuan" -> one(List.of("123", "456", "284", "\"123\"", "789"));
        case "email" -> "\"fuzz" + seed + "@example\"";
        case "password" -> "\"guess" + seed + "\"";
        default -> param.example().isEmpty() ? "\"x\"" : param.example();
      };
      if (!param.name().equals("nie") || random.nextInt(4) == 0) {
        pairs.add(new Pair(param.name(), value));
      }
    }
    return pairs;
  }

  private String barcodes() {
    var some = new ArrayList<String>();
    for (int n = random.nextInt(3); n >= 0; n--) {
      some.add("\"" + one(stock) + "\"");
    }
    return "[" + String.join(",", some) + "]";
  }

  private void mutate(List<Pair> pairs) {
    int at = random.nextInt(pairs.size());
    var pair = pairs.get(at);
    switch (random.nextInt(9)) {
      case 0 -> pairs.remove(at);
      case 1 -> pairs.add(new Pair(pair.name(), one(ODD)));
      case 2 -> pairs.add(random.nextInt(pairs.size() + 1),
          new Pair(one(List.of("x", "", "\ud83d\udc8a", "token[]", "barcode[0]", "data")), one(ODD)));
      case 3 -> pairs.set(at, new Pair(one(List.of("TOKEN", "token ", "Barcode", "\u0131d")), pair.json()));
      case 4 -> pairs.set(at, new Pair(pair.name(), huge()));
      default -> pairs.set(at, new Pair(pair.name(), one(ODD)));
    }
  }

  private String huge() {
    return switch (random.nextInt(6)) {
      case 0 -> "\"" + "x".repeat(1 + random.nextInt(5_000)) + "\"";
      case 1 -> "[" + "\"x\",".repeat(random.nextInt(12_000)) + "\"y\"]";
      case 2 -> "[".repeat(99) + "]".repeat(99);
      case 3 -> "[".repeat(50_000);
      case 4 -> "9".repeat(500);
      default -> "{\"a\":".repeat(95) + "1" + "}".repeat(95);
    };
  }

  private Request carried(String method, String path, List<Pair> pairs) {
    var query = "";
    var type = "application/json";
    byte[] body = {};
    switch (random.nextInt(8)) {
      case 0 -> query = form(pairs);
      case 1 -> {
        type = "application/x-www-form-urlencoded";
        body = form(pairs).getBytes(StandardCharsets.UTF_8);
      }
      case 2 -> {
        var boundary = one(List.of("----x", "b", "\"q\"", "-"));
        type = "multipart/form-data; boundary=" + boundary;
        body = multipart(pairs, boundary.replace("\"", ""));
      }
      case 3 -> {
        body = json(pairs).getBytes(StandardCharsets.UTF_8);
        query = one(List.of("limit=5", "%", "a=%zz", "x=|^`{}", "&&&=&", "token=", "barcode[]=%00", "limit=%F0%28"));
      }
      default -> body = json(pairs).getBytes(charset());
    }
    if (random.nextInt(5) == 0) {
      body = hurt(body);
    }
    if (random.nextInt(8) == 0) {
      type = one(TYPES);
    }
    var headers = Headers.of("Content-Type", type);
    if (random.nextInt(8) == 0) {
      headers = headers.plus("Idempotency-Key", one(List.of("a", "k" + random.nextInt(50), " ", "\u0000", "\u00e9",
          "x".repeat(201), "' or 1=1")));
    }
    return new Request(method, path, query, headers, Body.of(body), "10." + seed % 250 + "." + seed / 250 % 250 + ".9",
        "fuzz-" + seed, Map.of());
  }

  private Charset charset() {
    return random.nextInt(20) > 0 ? StandardCharsets.UTF_8
        : one(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1));
  }

  private static String json(List<Pair> pairs) {
    return "{" + String.join(",", pairs.stream().map(pair -> "\"" + pair.name() + "\":" + pair.json()).toList()) + "}";
  }

  private static String bare(String json) {
    return json.startsWith("\"") && json.endsWith("\"") && json.length() > 1 ? json.substring(1, json.length() - 1)
        : json;
  }

  private String form(List<Pair> pairs) {
    var out = new ArrayList<String>();
    for (var pair : pairs) {
      boolean raw = random.nextInt(6) == 0;
      var name = pair.json().startsWith("[") && random.nextBoolean() ? pair.name() + "[]" : pair.name();
      var value = bare(pair.json().startsWith("[\"") ? pair.json().substring(1, pair.json().length() - 1) : pair.json());
      out.add(name + "=" + (raw ? value : URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
    return String.join("&", out);
  }

  private static byte[] multipart(List<Pair> pairs, String boundary) {
    var out = new StringBuilder();
    for (var pair : pairs) {
      out.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(pair.name())
          .append("\"\r\n\r\n").append(bare(pair.json())).append("\r\n");
    }
    return out.append("--").append(boundary).append("--\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Cuts, doubles, or scatters bytes. */
  private byte[] hurt(byte[] body) {
    if (body.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(body, random.nextInt(body.length));
      case 1 -> Arrays.copyOfRange(body, random.nextInt(body.length), body.length);
      case 2 -> Arrays.copyOf(body, body.length + 1 + random.nextInt(5));
      default -> {
        var bytes = body.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        yield bytes;
      }
    };
  }
}
