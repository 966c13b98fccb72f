package id.jejak.kfa.client;

import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A service that gives rows in the envelopes of the document, whatever the rows are. Written from the document. */
final class TestService implements Handler {
  final List<String> products = new ArrayList<>();
  final List<String> devices = new ArrayList<>();
  final List<String> prices = new ArrayList<>();
  final Map<String, String> fixed = new LinkedHashMap<>();
  /** Rows of a page at the most. */
  int most = 1_000;
  boolean metaOnly;

  @Override
  public Response handle(Request request) {
    var params = new LinkedHashMap<String, String>();
    Form.urlencoded(request.query()).forEach((name, all) -> params.put(name, all.getLast()));
    if (fixed.containsKey(request.path())) {
      return Response.json(200, fixed.get(request.path()));
    }
    return switch (request.path()) {
      case "/kfa-v2/products" -> detail(params);
      case "/kfa-v2/products/all" -> list(products, params, "size");
      case "/kfa/farmalkes-price-jkn", "/kfa/products/farmalkes-price-jkn" -> list(prices, params, "limit");
      case "/kfa-v3/alkes/products", "/kfa-v3/alkes/template" -> third(Json.read(request.body().bytes(10_000)));
      default -> Response.json(404, "{\"detail\":\"Not Found\"}");
    };
  }

  private Response detail(Map<String, String> params) {
    var code = params.getOrDefault("code", "");
    var member = switch (params.getOrDefault("identifier", "")) {
      case "kfa" -> "kfa_code";
      case "nie" -> "nie";
      default -> "kode_lkpp";
    };
    var found = products.stream().filter(row -> Json.read(row).path(member).asString("").equals(code)).findFirst();
    return Response.json(200, "{\"search_code\":\"" + code + "\",\"search_identifier\":\"kfa\",\"result\":"
        + found.orElse("null") + "}");
  }

  private Response list(List<String> rows, Map<String, String> params, String sizeName) {
    if (!params.containsKey("page") || !params.containsKey(sizeName)) {
      return Response.json(422, """
          {"detail":[{"loc":["query","page"],"msg":"field required","type":"value_error.missing"},
          {"loc":["query","size"],"msg":"field required","type":"value_error.missing"}]}""");
    }
    int page = Integer.parseInt(params.get("page"));
    int size = Math.min(most, Integer.parseInt(params.get(sizeName)));
    return Response.json(200, "{\"total\":" + rows.size() + ",\"page\":" + page + ",\"" + sizeName + "\":" + size
        + ",\"items\":{\"data\":" + window(rows, page, size) + "}}");
  }

  private Response third(JsonNode body) {
    int page = body.path("page").asInt();
    int size = body.path("size").asInt();
    var data = window(devices, page, size);
    return Response.json(200, "{\"status\":200,\"error\":false,\"message\":\"success\",\"meta\":{\"item_count\":"
        + devices.size() + ",\"page\":{\"limit\":" + size + ",\"total\":1}" + (metaOnly ? ",\"data\":" + data : "")
        + "}" + (metaOnly ? "" : ",\"data\":" + data) + "}");
  }

  private static String window(List<String> rows, int page, int size) {
    int from = Math.min(rows.size(), (page - 1) * size);
    int to = Math.min(rows.size(), from + size);
    return from == to ? "null" : "[" + String.join(",", rows.subList(from, to)) + "]";
  }
}
