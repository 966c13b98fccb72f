package id.jejak.satusehat.http;

import id.jejak.kernel.http.Form;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.SearchParameter;
import id.jejak.satusehat.contract.SearchParameters;
import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.Index;
import id.jejak.satusehat.store.Search;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was asked for.
 *
 * @param search for the tables; its limit is one more than the page, to see whether another page follows
 * @param page entries of the page
 * @param include parameters of the matches whose targets are wanted too
 * @param revinclude parameters under which others refer to the matches, by their type
 * @param url query as the answer's links show it, without the page token
 */
record Query(Search search, int page, List<Inclusion> include, List<Inclusion> revinclude, String url) {
  private static final int TOKEN_BYTES = 16;

  /** {@code Type:parameter}. */
  record Inclusion(String type, SearchParameter parameter) {}

  /** Reads a query, or stops with what cannot be done. */
  static Query read(String type, String asking, String query) {
    var pairs = Form.urlencoded(query.replace(' ', '+'));
    return new Reader(type, asking).read(pairs);
  }

  /** The token of the page that follows a row. */
  static String token(Search.Place place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(
        ByteBuffer.allocate(TOKEN_BYTES).putLong(place.version()).putLong(place.rid()).array());
  }

  private static final class Reader {
    private final String type;
    private final String asking;
    private final Map<Integer, List<Search.Value>> found = new TreeMap<>();
    private final List<Index.Word> words = new ArrayList<>();
    private final List<List<Long>> tags = new ArrayList<>();
    private final List<Search.Range> dates = new ArrayList<>();
    private final List<Search.Range> updated = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Inclusion> include = new ArrayList<>();
    private final List<Inclusion> revinclude = new ArrayList<>();
    private Optional<Search.Place> after = Optional.empty();
    private boolean byOldest;
    private boolean numbered;
    private int page = Limits.PAGE;
    private int values;

    Reader(String type, String asking) {
      this.type = type;
      this.asking = asking;
    }

    Query read(Map<String, List<String>> pairs) {
      var shown = new TreeMap<String, List<String>>();
      int order = 0;
      for (var pair : pairs.entrySet()) {
        for (var value : pair.getValue()) {
          if (++order > Limits.PARAMETERS) {
            throw refused("more than " + Limits.PARAMETERS + " parameters");
          }
          if (value.indexOf('\0') >= 0) {
            throw refused(Refusals.shown(pair.getKey()) + " holds a character that no value has");
          }
          one(pair.getKey(), value, order);
        }
        if (!pair.getKey().equals("_page_token")) {
          shown.put(pair.getKey(), pair.getValue());
        }
      }
      var search = new Search(type, asking, List.copyOf(found.values()), List.copyOf(words), List.copyOf(tags),
          List.copyOf(dates), List.copyOf(updated), List.copyOf(ids), byOldest, after, page + 1, numbered);
      return new Query(search, page, List.copyOf(include), List.copyOf(revinclude), url(shown));
    }

    private void one(String name, String value, int order) {
      switch (name) {
        case "_id" -> ids.addAll(split(name, value).stream().filter(Target::isId).toList());
        case "_lastUpdated" -> updated.add(micros(range(name, value)));
        case "_count" -> page = count(value);
        case "_sort" -> byOldest = oldest(value);
        case "_page_token" -> after = Optional.of(place(value));
        case "_include" -> include.add(inclusion(name, value, type));
        case "_revinclude" -> revinclude.add(inclusion(name, value, null));
        case "_format", "_pretty", "_total" -> { /* JSON is all there is */ }
        default -> parameter(name, value, order);
      }
      if (name.equals("_id") && ids.isEmpty()) {
        ids.add(""); // what is no id matches nothing
      }
    }

    private void parameter(String name, String value, int order) {
      int modifier = name.indexOf(':');
      var parameter = SearchParameters.of(type, modifier < 0 ? name : name.substring(0, modifier))
          .orElseThrow(() -> refused("unknown parameter " + Refusals.shown(name) + " of " + type + ", known: "
              + String.join(", ", SearchParameters.of(type).stream().map(SearchParameter::name).toList())));
      var target = modifier < 0 ? Optional.<String>empty() : Optional.of(name.substring(modifier + 1));
      if (target.isPresent() && parameter.kind() != SearchParameter.Kind.REFERENCE) {
        throw refused("modifiers are not known here: " + Refusals.shown(name));
      }
      switch (parameter.kind()) {
        case STRING -> names(parameter, value);
        case DATE -> dates.add(range(name, value));
        case TOKEN -> tokens(parameter, split(name, value), order);
        case REFERENCE -> references(parameter, split(name, value), target, order);
      }
    }

    private void names(SearchParameter parameter, String value) {
      checkLength(parameter.name(), value);
      var asked = Indexer.words(value);
      if (asked.isEmpty()) {
        throw refused(parameter.name() + " needs a letter or digit");
      }
      asked.stream().limit(Limits.WORDS)
          .forEach(word -> words.add(new Index.Word(type + "." + parameter.key(), word)));
    }

    private void tokens(SearchParameter parameter, List<String> asked, int order) {
      var any = new ArrayList<Search.Value>();
      var coarse = new ArrayList<Long>();
      for (var one : asked) {
        int bar = one.lastIndexOf('|');
        var system = bar < 0 ? Optional.<String>empty() : Optional.of(one.substring(0, bar));
        var word = one.substring(bar + 1);
        if (word.isEmpty()) {
          throw refused(parameter.name() + " needs a value behind the system");
        }
        numbered |= system.filter(Systems.NRN::equals).isPresent();
        if (parameter.selective()) {
          any.add(new Search.Value(Hashes.term(type, parameter.key(), word), system.map(Hashes::system)));
        } else {
          coarse.add(Indexer.tag(type, parameter, system, word));
        }
      }
      keep(parameter, any, coarse, order);
    }

    private void references(SearchParameter parameter, List<String> asked, Optional<String> of, int order) {
      var any = new ArrayList<Search.Value>();
      var coarse = new ArrayList<Long>();
      for (var one : asked) {
        var target = Target.of(one).orElseThrow(() ->
            refused(parameter.name() + " needs an id or Type/id: " + Refusals.shown(one)));
        var system = of.or(() -> Optional.of(target.type()).filter(some -> !some.isEmpty()));
        if (parameter.selective()) {
          any.add(new Search.Value(Hashes.term(type, parameter.key(), target.id()), system.map(Hashes::system)));
        } else {
          coarse.add(Indexer.tag(type, parameter, system, target.id()));
        }
      }
      if (parameter.name().equals("patient") && parameter.key().equals("subject")) {
        any.replaceAll(value -> new Search.Value(value.term(), Optional.of(Hashes.system("Patient"))));
      }
      keep(parameter, any, coarse, order);
    }

    /** The narrowest parameter comes first, and leads. */
    private void keep(SearchParameter parameter, List<Search.Value> any, List<Long> coarse, int order) {
      if (parameter.selective()) {
        found.put(SearchParameters.of(type).indexOf(parameter) * (Limits.PARAMETERS + 1) + order, any);
      } else {
        tags.add(coarse);
      }
    }

    private List<String> split(String name, String value) {
      checkLength(name, value);
      var parts = new ArrayList<String>();
      for (var part : value.split(",")) { // real clients send empty ones
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      values += parts.size();
      if (values > Limits.VALUES) {
        throw refused("more than " + Limits.VALUES + " values");
      }
      if (parts.isEmpty()) {
        throw refused(Refusals.shown(name) + " needs a value");
      }
      return parts;
    }

    private static void checkLength(String name, String value) {
      if (value.length() > Limits.VALUE_LENGTH * 16) {
        throw refused(Refusals.shown(name) + " is longer than " + Limits.VALUE_LENGTH * 16 + " characters");
      }
    }

    private static Search.Range range(String name, String value) {
      var prefix = value.length() > 2 && Character.isLetter(value.charAt(0)) ? value.substring(0, 2) : "eq";
      var text = value.length() > 2 && Character.isLetter(value.charAt(0)) ? value.substring(2) : value;
      // A raw + of a time's offset arrives as a blank.
      var moment = Moments.of(text.replace(' ', '+')).orElseThrow(() ->
          refused(name + " needs a date such as 2024-12-03 or ge2024-12-03: " + Refusals.shown(value)));
      return switch (prefix) {
        case "eq", "ap" -> moment;
        case "ge" -> new Search.Range(moment.from(), Long.MAX_VALUE);
        case "gt", "sa" -> new Search.Range(moment.to() + 1, Long.MAX_VALUE);
        case "le" -> new Search.Range(Long.MIN_VALUE, moment.to());
        case "lt", "eb" -> new Search.Range(Long.MIN_VALUE, moment.from() - 1);
        default -> throw refused(name + " has an unknown prefix: " + Refusals.shown(prefix));
      };
    }

    private static Search.Range micros(Search.Range millis) {
      return new Search.Range(
          millis.from() == Long.MIN_VALUE ? 0 : Version.at(Instant.ofEpochMilli(millis.from())).micros(),
          millis.to() == Long.MAX_VALUE ? Long.MAX_VALUE
              : Version.at(Instant.ofEpochMilli(millis.to())).micros() + 999);
    }

    private static int count(String value) {
      if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) == 0) {
        throw refused("_count must be from 1 to " + Limits.LARGEST_PAGE);
      }
      return Math.min(Integer.parseInt(value), Limits.LARGEST_PAGE);
    }

    private static boolean oldest(String value) {
      return switch (value) {
        case "_lastUpdated" -> true;
        case "-_lastUpdated" -> false;
        default -> throw refused("_sort must be _lastUpdated or -_lastUpdated");
      };
    }

    private static Search.Place place(String token) {
      try {
        var bytes = Base64.getUrlDecoder().decode(token);
        if (bytes.length == TOKEN_BYTES) {
          var place = ByteBuffer.wrap(bytes);
          return new Search.Place(place.getLong(), place.getLong());
        }
        throw refused("_page_token is not one of this server's");
      } catch (IllegalArgumentException e) {
        throw refused("_page_token is not one of this server's");
      }
    }

    private static Inclusion inclusion(String name, String value, @Nullable String own) {
      var parts = value.split(":", -1);
      var type = parts[0];
      var parameter = parts.length < 2 ? Optional.<SearchParameter>empty() : SearchParameters.of(type, parts[1])
          .filter(one -> one.kind() == SearchParameter.Kind.REFERENCE && one.selective());
      if (parameter.isEmpty() || own != null && !own.equals(type)) {
        throw refused(name + " needs Type:parameter of a reference, such as DocumentReference:related");
      }
      return new Inclusion(type, parameter.get());
    }

    private String url(Map<String, List<String>> pairs) {
      var url = new StringBuilder(type).append("/?");
      var between = "";
      for (var pair : pairs.entrySet()) {
        for (var value : new ArrayList<>(pair.getValue())) {
          url.append(between).append(encoded(pair.getKey())).append('=').append(encoded(value));
          between = "&";
        }
      }
      return url.toString();
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Stop refused(String why) {
      return new Stop(Refusals.badSearch(why));
    }
  }

  /** The parameters under which others refer to a match, each once. */
  List<Inclusion> referring() {
    return new ArrayList<>(new HashSet<>(revinclude));
  }
}
