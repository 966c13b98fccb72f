package id.jejak.app.web.kfa;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One hit of a search, with its reasons. */
public record Hit(String code, String name, String level, List<String> why) {
  static Hit of(JsonNode item) {
    return new Hit(item.path("kfa_code").asString(""), item.path("name").asString(""), item.path("level").asString(""),
        item.path("why").valueStream().map(one -> one.asString("")).toList());
  }
}
