package id.jejak.kfa.http;

import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.FieldSet;
import id.jejak.kfa.contract.Invalid;
import id.jejak.kfa.contract.Limits;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request to version 1 or 2. An empty one is absent, as real clients send it; of several with one name
 * the last counts; unknown ones are ignored. Readers note a fault and go on, so that all faults are told at once. For
 * one thread.
 */
final class Query {
  /** Beyond any list, and far from where numbers overflow. */
  private static final BigInteger FAR = BigInteger.valueOf(1_000_000_000_000L);
  private static final String FIELDS = "X-Jejak-Fields";

  private final Request request;
  private final Map<String, List<String>> values;
  private final List<Invalid> faults = new ArrayList<>();

  private Query(Request request) {
    this.request = request;
    this.values = Form.urlencoded(request.query());
  }

  /**
   * A page that was asked for.
   *
   * @param text its number as it is echoed
   * @param from first row, counted from 0
   * @param size rows of a page
   */
  record Window(String text, long from, int size) {}

  /** Answers from the parameters, or with everything that is wrong with them. */
  static Response answer(Request request, Function<Query, Optional<Response>> work) {
    var query = new Query(request);
    return work.apply(query).orElseGet(() -> Response.json(422, Invalid.json(query.faults)));
  }

  /** The answer, if nothing was wrong with the parameters that were read until now. */
  Optional<Response> unlessFaulty(java.util.function.Supplier<Response> answer) {
    return faults.isEmpty() ? Optional.of(answer.get()) : Optional.empty();
  }

  /** A text that may be missing. */
  Optional<String> text(String name) {
    var all = values.get(name);
    // A zero byte is in no code and no name, and the database takes none.
    var text = all == null ? "" : all.getLast().replace('\u0000', '\ufffd').strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A text that may be missing, or null. */
  @Nullable String textOrNull(String name) {
    return text(name).orElse(null);
  }

  /** A text that must be there, under any of its names; the first is the one to tell. */
  String required(String... names) {
    var found = Arrays.stream(names).flatMap(name -> text(name).stream()).findFirst();
    if (found.isEmpty()) {
      faults.add(Invalid.missing(names[0]));
    }
    return found.orElse("");
  }

  /** One of a few texts; it must be there. */
  String choice(String name, List<String> allowed, Function<String, String> hint) {
    var text = text(name);
    if (text.isEmpty()) {
      faults.add(Invalid.missing(name));
    } else if (!allowed.contains(text.get())) {
      faults.add(Invalid.choice(name, allowed, hint.apply(text.get())));
    }
    return text.orElse("");
  }

  /** A window that must be there whole. */
  Window window(String sizeName) {
    var page = whole("page", true, BigInteger.ONE, FAR);
    var size = whole(sizeName, true, BigInteger.ONE, BigInteger.valueOf(Limits.PAGE_MOST));
    return window(page, size);
  }

  /** A window that may be missing: then everything is in it. */
  Window windowOrAll() {
    var page = text("page").isPresent() ? whole("page", true, BigInteger.ONE, FAR) : BigInteger.ONE;
    var size = text("size").isPresent() ? whole("size", true, BigInteger.ONE, BigInteger.valueOf(Limits.PAGE_MOST))
        : BigInteger.valueOf(Limits.METADATA_DEFAULT);
    return window(page, size);
  }

  private static Window window(BigInteger page, BigInteger size) {
    return new Window(page.toString(),
        page.min(FAR).subtract(BigInteger.ONE).multiply(size).longValueExact(), size.intValueExact());
  }

  /** A whole number that may be missing. */
  long number(String name, long otherwise, long least, long most) {
    return text(name).isEmpty() ? otherwise
        : whole(name, true, BigInteger.valueOf(least), BigInteger.valueOf(most)).longValueExact();
  }

  private BigInteger whole(String name, boolean required, BigInteger least, BigInteger most) {
    var text = text(name);
    if (text.isEmpty()) {
      if (required) {
        faults.add(Invalid.missing(name));
      }
      return least;
    }
    if (!text.get().matches("[+-]?[0-9]{1,100}")) {
      faults.add(Invalid.integer(name));
      return least;
    }
    var value = new BigInteger(text.get());
    if (value.compareTo(least) < 0) {
      faults.add(Invalid.below(name, least.longValueExact()));
      return least;
    }
    if (value.compareTo(most) > 0 && !most.equals(FAR)) { // a page has no last number: beyond the end it is empty
      faults.add(Invalid.above(name, most.longValueExact()));
      return least;
    }
    return value;
  }

  /** A day, as days since 1970; null when it is missing. */
  @Nullable Integer day(String name) {
    var text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Math.toIntExact(LocalDate.parse(text.get()).toEpochDay());
    } catch (DateTimeException | ArithmeticException e) {
      faults.add(Invalid.date(name));
      return null;
    }
  }

  /** The field set that the caller wants instead of the one that is set. */
  Optional<FieldSet> fields() {
    var header = request.header(FIELDS).map(String::strip).filter(text -> !text.isEmpty());
    var set = header.flatMap(FieldSet::of);
    if (header.isPresent() && set.isEmpty()) {
      faults.add(Invalid.choice("header", FIELDS,
          Arrays.stream(FieldSet.values()).map(FieldSet::label).toList()));
    }
    return set;
  }
}
