package id.jejak.app.conformance.read;

import id.jejak.app.sandbox.traffic.Seen;
import id.jejak.kernel.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads HTTP Archive 1.2. Stateless. */
final class Har {
  private Har() {}

  private record Timed(Optional<Instant> at, Entry entry) {}

  static Recording read(JsonNode har, Addresses addresses) {
    var entries = har.path("log").path("entries");
    if (!entries.isArray()) {
      throw new Recording.Unfit("this JSON has no log.entries: send a HAR file, or exchanges as .http");
    }
    if (entries.size() > Recording.MOST) {
      throw new Recording.Unfit("the recording has " + entries.size() + " requests: send at most " + Recording.MOST);
    }
    var all = new ArrayList<Timed>();
    entries.forEach(one -> all.add(new Timed(Entry.time(one.path("startedDateTime").asString("")), entry(one))));
    if (all.stream().allMatch(one -> one.at().isPresent())) {
      all.sort(Comparator.comparing(one -> one.at().orElseThrow())); // proxies write them as they end
    }
    var seen = new ArrayList<Seen>();
    var timed = new HashSet<Long>();
    long number = 0;
    for (var one : all) {
      number++;
      var read = one.entry().seen(number, one.at().orElse(Instant.ofEpochSecond(number)), addresses);
      read.ifPresent(seen::add);
      if (read.isPresent() && one.at().isPresent()) {
        timed.add(number);
      }
    }
    return new Recording(seen, timed);
  }

  private static Entry entry(JsonNode one) {
    var request = one.path("request");
    var response = one.path("response");
    double millis = one.path("time").isNumber() ? one.path("time").doubleValue() : 0;
    return new Entry(request.path("method").asString("GET").toUpperCase(Locale.ROOT), request.path("url").asString(""),
        headers(request.path("headers")), sent(request.path("postData")), status(response.path("status")),
        headers(response.path("headers")), content(response.path("content")),
        Math.round(Math.clamp(millis, 0, 3_600_000) * 1_000));
  }

  private static int status(JsonNode status) {
    return status.isIntegralNumber() && status.canConvertToInt() && status.intValue() >= 100
        && status.intValue() < 600 ? status.intValue() : 0;
  }

  private static Headers headers(JsonNode list) {
    var pairs = new ArrayList<String>();
    list.forEach(one -> pairs.addAll(List.of(one.path("name").asString(""), one.path("value").asString(""))));
    return Headers.of(pairs.toArray(String[]::new));
  }

  private static byte[] sent(JsonNode data) {
    var text = data.path("text").asString("");
    if (!text.isEmpty()) {
      return decoded(text, data.path("encoding").asString(""));
    }
    return data.path("params").valueStream().map(one -> encoded(one.path("name").asString("")) + "="
        + encoded(one.path("value").asString(""))).collect(Collectors.joining("&")).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] content(JsonNode content) {
    return decoded(content.path("text").asString(""), content.path("encoding").asString(""));
  }

  private static byte[] decoded(String text, String encoding) {
    if (encoding.equals("base64")) {
      try {
        return Base64.getMimeDecoder().decode(text);
      } catch (IllegalArgumentException e) { // said to be base64 and is none: it stands as it is
        return text.getBytes(StandardCharsets.UTF_8);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
