package id.jejak.app.sandbox.traffic;

import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Takes secrets and patient data out of a request or an answer before anybody sees it: by the name of a member, header
 * or parameter, and by what a value looks like. What cannot be read as JSON is searched for names all the same, since a
 * body may be cut. Without state.
 */
public final class Mask {
  /** What stands in place of what was taken out. */
  public static final String OUT = "***";

  private static final Set<String> SECRET = Set.of("password", "token", "accesstoken", "refreshtoken", "clientsecret",
      "secret", "secretkey", "authorization", "proxyauthorization", "xtoken", "xpassword", "xsignature", "signature",
      "userkey", "cookie", "setcookie", "csrf", "xcsrf", "apikey");
  private static final Set<String> PERSONAL = Set.of("nik", "nomorkartu", "nokartu", "noka", "nokapst", "nohp",
      "notelp", "notelepon", "telepon", "phone", "telecom", "nama", "namapasien", "namapeserta", "namalengkap",
      "alamat", "address", "tanggallahir", "tgllahir", "birthdate", "norm", "nomorkk", "nosep", "namakeluarga",
      "contact", "family", "given");
  /** Systems that know no patients: there a name is that of a facility or a product. */
  private static final Set<String> WITHOUT_PATIENTS = Set.of("ttac", "kfa", "gateway");
  private static final Set<String> PEOPLE = Set.of("Patient", "Practitioner", "RelatedPerson", "Person");
  private static final Set<String> ABOUT_PEOPLE = Set.of("subject", "patient", "performer", "requester", "actor",
      "individual", "recorder", "collector", "receiver");

  private static final Pattern NIK = Pattern.compile("(?<![\\dA-Za-z])([1-9]\\d{3})\\d{12}(?![\\dA-Za-z])");
  private static final Pattern CARD = Pattern.compile("(?<![\\dA-Za-z])000\\d{10}(?![\\dA-Za-z])");
  private static final Pattern PHONE = Pattern.compile("(?<![\\dA-Za-z])(?:\\+?62|0)8\\d{7,11}(?![\\dA-Za-z])");
  private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{6,}");
  private static final Pattern MEMBER = Pattern.compile(
      "(\"([^\"\\\\]{1,40})\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s,{}\\[\\]\"]+)");

  private Mask() {}

  /** A body as text: JSON indented, a form line by line, anything else as it is, binary as its size. */
  public static String body(String system, String type, byte[] body, long size) {
    if (body.length == 0) {
      return "";
    }
    var kind = type.toLowerCase(Locale.ROOT);
    var text = new String(body, StandardCharsets.UTF_8);
    if (kind.startsWith("image/") || kind.contains("octet-stream") || kind.contains("spreadsheet") || binary(text)) {
      return "(" + size + " bytes, " + (type.isEmpty() ? "binary" : type) + ")";
    }
    if (kind.startsWith("application/x-www-form-urlencoded") && !text.stripLeading().startsWith("{")) {
      return Form.urlencoded(text).entrySet().stream().flatMap(entry -> entry.getValue().stream()
          .map(value -> entry.getKey() + "=" + value(system, entry.getKey(), value))).collect(Collectors.joining("\n"));
    }
    if (kind.startsWith("multipart/")) {
      return multipart(system, type, body);
    }
    return json(system, text) + (size > body.length ? "\n(" + size + " bytes)" : "");
  }

  private static String multipart(String system, String type, byte[] body) {
    return Form.multipart(type, body).entrySet().stream().flatMap(entry -> entry.getValue().stream()
        .map(value -> entry.getKey() + "=" + (binary(value) ? "(binary)" : value(system, entry.getKey(), value))))
        .collect(Collectors.joining("\n"));
  }

  private static boolean binary(String text) {
    return text.chars().limit(400).filter(c -> c == 0xFFFD || c < 9).count() > 3;
  }

  private static String json(String system, String text) {
    var start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return patterns(text);
    }
    try {
      return Json.pretty(node(system, Json.read(text), false, false));
    } catch (Json.Unreadable e) { // cut, or broken by whoever sent it
      return loose(system, text);
    }
  }

  private static Object node(String system, JsonNode node, boolean hidden, boolean person) {
    if (node.isObject()) {
      boolean about = PEOPLE.contains(node.path("resourceType").asString(""));
      var out = new LinkedHashMap<String, Object>();
      node.properties().forEach(member -> {
        var name = member.getKey();
        boolean hide = hidden || hides(system, name) || (about || person) && name.equals("name")
            || person && name.equals("display");
        out.put(name, node(system, member.getValue(), hide, ABOUT_PEOPLE.contains(name) || person && !hide));
      });
      return out;
    }
    if (node.isArray()) {
      var out = new ArrayList<Object>();
      node.forEach(each -> out.add(node(system, each, hidden, person)));
      return out;
    }
    if (hidden && !node.isNull() && !node.isBoolean()) {
      return OUT;
    }
    return node.isString() ? patterns(node.stringValue()) : node.isNumber() && !patterns(node.toString())
        .equals(node.toString()) ? OUT : node;
  }

  private static String loose(String system, String text) {
    var members = MEMBER.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(
        hides(system, hit.group(2)) ? hit.group(1) + '"' + OUT + '"' : hit.group()));
    return patterns(members);
  }

  /** A query, name by name. */
  public static String query(String system, String query) {
    var out = new ArrayList<String>();
    for (var pair : query.split("&")) {
      int equals = pair.indexOf('=');
      out.add(equals < 0 ? patterns(pair)
          : pair.substring(0, equals + 1) + value(system, pair.substring(0, equals), pair.substring(equals + 1)));
    }
    return String.join("&", out);
  }

  /** A path, in which some systems put numbers of people. */
  public static String path(String path) {
    return patterns(path);
  }

  /** Headers, one after the other. */
  public static Map<String, List<String>> headers(String system, Headers headers) {
    var out = new LinkedHashMap<String, List<String>>();
    headers.forEach((name, value) ->
        out.computeIfAbsent(name, _ -> new ArrayList<>()).add(value(system, name, value)));
    return out;
  }

  private static String value(String system, String name, String value) {
    return hides(system, name.replaceAll("\\[.*", "")) ? OUT : patterns(value);
  }

  private static boolean hides(String system, String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return SECRET.contains(plain)
        || PERSONAL.contains(plain) && !WITHOUT_PATIENTS.contains(system.replaceAll("-.*", ""));
  }

  /** A text without what looks like a number of a person, or like a token. */
  public static String patterns(String text) {
    var out = NIK.matcher(text).replaceAll("$1************");
    out = CARD.matcher(out).replaceAll("000**********");
    out = PHONE.matcher(out).replaceAll(OUT);
    out = JWT.matcher(out).replaceAll(OUT);
    return BEARER.matcher(out).replaceAll("$1 " + OUT);
  }
}
