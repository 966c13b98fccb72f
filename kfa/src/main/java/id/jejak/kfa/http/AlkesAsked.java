package id.jejak.kfa.http;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Limits;
import id.jejak.kfa.store.AlkesStore.Wanted;
import id.jejak.kfa.store.Lenient;
import id.jejak.kfa.store.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request of version 3 asks for. Null, an empty text and a missing member are the same; numbers may come as
 * texts; members nobody knows are ignored.
 *
 * @param page from 1
 */
record AlkesAsked(long page, int size, Wanted wanted) {
  /** Pages beyond this are as empty as this one. */
  private static final long FAR = 1_000_000_000L;

  /** Something that cannot be read; version 3 does not say what. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit() {
      super("invalid parameter(s)", null, false, false);
    }
  }

  /** First row, counted from 0. */
  long from() {
    return (page - 1) * size;
  }

  static AlkesAsked read(Request request, boolean references) {
    JsonNode body;
    try {
      body = Json.read(request.body().bytes(Limits.BODY_BYTES));
    } catch (Json.Unreadable e) {
      throw new Unfit();
    }
    if (!body.isObject()) {
      throw new Unfit();
    }
    long page = number(body, "page").orElseThrow(Unfit::new);
    long size = number(body, "size").orElse((long) Limits.PAGE_DEFAULT);
    if (page < 1 || size < 1 || size > Limits.PAGE_MOST) {
      throw new Unfit();
    }
    var wanted = new Wanted(text(body, "state").orElse(null), flag(body, "active"), text(body, "kfa_code").orElse(null),
        references ? list(body, "reference_code").stream().map(Lenient::nie).toList() : List.of(),
        text(body, "search").map(AlkesAsked::words).orElse(List.of()), day(body, "updated_from_date"),
        day(body, "updated_to_date"),
        list(body, "farmalkes_type").stream().map(type -> type.toLowerCase(Locale.ROOT)).toList(),
        Stream.of("category_code", "sub_category_code", "type_code", "sub_type_code")
            .map(name -> list(body, name).stream().map(AlkesAsked::plain).toList()).toList());
    return new AlkesAsked(Math.min(page, FAR), (int) size, wanted);
  }

  /** A search without a single letter or digit finds nothing rather than everything. */
  private static List<String> words(String text) {
    var words = Words.of(text.length() > Limits.KEYWORD_MOST ? text.substring(0, Limits.KEYWORD_MOST) : text);
    return words.isEmpty() ? List.of("\u0001") : words;
  }

  /** Category codes are digits; signs that mean something to the database's comparison mean nothing here. */
  private static String plain(String code) {
    return code.replaceAll("[^0-9A-Za-z]", "?");
  }

  private static Optional<String> text(JsonNode body, String name) {
    var value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() && !value.isNumber()) {
      throw new Unfit();
    }
    var text = (value.isString() ? value.stringValue() : value.toString()).replace("\u0000", "").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Values of a comma list, or of an array. */
  private static List<String> list(JsonNode body, String name) {
    var value = body.path(name);
    if (value.isArray()) {
      return value.valueStream().limit(Limits.LIST_MOST).map(one -> {
        if (!one.isString() && !one.isNumber()) {
          throw new Unfit();
        }
        return one.isString() ? one.stringValue().replace("\u0000", "").strip() : one.toString();
      }).filter(one -> !one.isEmpty()).toList();
    }
    return text(body, name).map(text -> Arrays.stream(text.split(",")).map(String::strip)
        .filter(one -> !one.isEmpty()).limit(Limits.LIST_MOST).toList()).orElse(List.of());
  }

  private static Optional<Long> number(JsonNode body, String name) {
    return text(body, name).map(text -> {
      if (!text.matches("-?[0-9]{1,15}")) {
        throw new Unfit();
      }
      return Long.parseLong(text);
    });
  }

  private static @Nullable Boolean flag(JsonNode body, String name) {
    var value = body.path(name);
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return text(body, name).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Unfit();
    }).orElse(null);
  }

  private static @Nullable LocalDate day(JsonNode body, String name) {
    return text(body, name).map(text -> {
      try {
        if (text.length() != 10) {
          throw new Unfit();
        }
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new Unfit();
      }
    }).orElse(null);
  }
}
