package id.jejak.kfa.http.names;

import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Invalid;
import id.jejak.kfa.contract.NameOperations;
import id.jejak.kfa.domain.name.Hit;
import id.jejak.kfa.domain.name.Hits;
import id.jejak.kfa.domain.name.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code GET /kfa/search}. Thread-safe. */
public final class Searching {
  private final Names names;

  /** Search over names. */
  public Searching(Names names) {
    this.names = names;
  }

  /** Answers one search, or everything that is wrong with its parameters. */
  public Response search(Request request) {
    var values = Form.urlencoded(request.query());
    var faults = new ArrayList<Invalid>();
    var query = text(values, "q");
    if (query.isEmpty()) {
      faults.add(Invalid.missing("q"));
    }
    int size = size(text(values, "size"), faults);
    var type = text(values, "type");
    var level = Level.of(type);
    if (!type.isEmpty() && level.isEmpty()) {
      faults.add(Invalid.choice("query", "type", Arrays.stream(Level.values()).map(Level::text).toList()));
    }
    if (!faults.isEmpty()) {
      return Response.json(422, Invalid.json(faults));
    }
    return answer(names.search().search(cut(query), size, level));
  }

  private static String text(Map<String, List<String>> values, String name) {
    return Optional.ofNullable(values.get(name)).map(all -> all.getLast().strip()).orElse("");
  }

  private static int size(String text, List<Invalid> faults) {
    if (text.isEmpty()) {
      return NameOperations.HITS_DEFAULT;
    }
    if (!text.matches("[+-]?[0-9]{1,9}")) {
      faults.add(Invalid.integer("size"));
      return 1;
    }
    int size = Integer.parseInt(text);
    if (size < 1) {
      faults.add(Invalid.below("size", 1));
    } else if (size > NameOperations.HITS_MOST) {
      faults.add(Invalid.above("size", NameOperations.HITS_MOST));
    }
    return size;
  }

  private static String cut(String query) {
    return query.length() > NameOperations.QUERY_MOST ? query.substring(0, NameOperations.QUERY_MOST) : query;
  }

  private static Response answer(Hits hits) {
    return Response.json(200, Json.write(out -> {
      out.writeStartObject();
      out.writeNumberProperty("total", hits.total());
      out.writeArrayPropertyStart("items");
      hits.items().forEach(hit -> {
        out.writeStartObject();
        out.writeStringProperty("kfa_code", hit.code());
        out.writeStringProperty("name", hit.name());
        out.writeStringProperty("level", hit.level().text());
        out.writeNumberProperty("score", hit.score());
        why(out, hit);
        out.writeEndObject();
      });
      out.writeEndArray();
      out.writeEndObject();
    }));
  }

  static void why(JsonGenerator out, Hit hit) {
    out.writeArrayPropertyStart("why");
    hit.why().forEach(out::writeString);
    out.writeEndArray();
  }
}
