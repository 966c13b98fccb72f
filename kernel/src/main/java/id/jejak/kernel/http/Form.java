package id.jejak.kernel.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names and values of a query string, an urlencoded body or a multipart form, in order. Lenient: real
 * clients send raw {@code |} and broken escapes, which are kept as they are rather than refused.
 */
public final class Form {
  /** Names in one form; more are ignored, so that a request cannot grow a map without end. */
  public static final int MAX_PAIRS = 20_000;

  private Form() {}

  /** Reads {@code a=1&b=2}; {@code +} is a blank. */
  public static Map<String, List<String>> urlencoded(String text) {
    var pairs = new LinkedHashMap<String, List<String>>();
    int start = 0;
    for (int count = 0; start < text.length() && count < MAX_PAIRS; count++) {
      int end = text.indexOf('&', start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start) {
        int equals = text.indexOf('=', start, end); // no further: what follows may be megabytes
        boolean bare = equals < 0;
        add(pairs, decode(text.substring(start, bare ? end : equals)),
            bare ? "" : decode(text.substring(equals + 1, end)));
      }
      start = end + 1;
    }
    return pairs;
  }

  /** Reads {@code multipart/form-data}; empty when the content type names no boundary. */
  public static Map<String, List<String>> multipart(String contentType, byte[] body) {
    var pairs = new LinkedHashMap<String, List<String>>();
    var boundary = parameter(contentType, "boundary");
    if (boundary.isEmpty()) {
      return pairs;
    }
    // Latin-1 maps bytes to chars one to one, so positions in the text are positions in the bytes.
    var text = new String(body, StandardCharsets.ISO_8859_1);
    var delimiter = "--" + boundary;
    int part = text.indexOf(delimiter);
    for (int count = 0; part >= 0 && count < MAX_PAIRS; count++) {
      int head = part + delimiter.length();
      int next = text.indexOf(delimiter, head);
      if (next < 0 || text.startsWith("--", head)) {
        break;
      }
      int blank = text.indexOf("\r\n\r\n", head, next);
      if (blank >= 0) {
        var name = parameter(disposition(text.substring(head, blank)), "name");
        int end = text.startsWith("\r\n", next - 2) ? next - 2 : next;
        if (!name.isEmpty() && end >= blank + 4) {
          add(pairs, utf8(name), utf8(text.substring(blank + 4, end)));
        }
      }
      part = next;
    }
    return pairs;
  }

  private static void add(Map<String, List<String>> pairs, String name, String value) {
    pairs.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String disposition(String head) {
    for (var line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        return line;
      }
    }
    return "";
  }

  private static String parameter(String header, String name) {
    for (var piece : header.split(";")) {
      var trimmed = piece.trim();
      if (trimmed.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
        var value = trimmed.substring(name.length() + 1);
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
            ? value.substring(1, value.length() - 1)
            : value;
      }
    }
    return "";
  }

  private static String decode(String text) {
    return decode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text, Charset charset) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, charset);
    } catch (IllegalArgumentException e) { // a broken escape means what it says
      return text;
    }
  }
}
