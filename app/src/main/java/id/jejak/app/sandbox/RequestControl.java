package id.jejak.app.sandbox;

import id.jejak.app.sandbox.traffic.Explained;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.sandbox.traffic.Replay;
import id.jejak.app.sandbox.traffic.Search;
import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Shows what was asked and answered, masked, and asks again. Thread-safe. */
final class RequestControl {
  private static final int SHOWN = 50;

  private final Recorder recorder;
  private final Explainer explainer;
  private final Replay replay;

  RequestControl(Recorder recorder, Explainer explainer, Replay replay) {
    this.recorder = recorder;
    this.explainer = explainer;
    this.replay = replay;
  }

  Response list(Request request) {
    var query = Form.urlencoded(request.query());
    var limit = first(query.get("limit")).filter(text -> text.matches("\\d{1,3}")).map(Integer::parseInt).orElse(SHOWN);
    var found = new Search(first(query.get("system")), first(query.get("operation")), first(query.get("status")),
        first(query.get("refused")).filter("true"::equals).isPresent(), first(query.get("q")),
        Math.clamp(limit, 1, Recorder.KEPT)).in(recorder, explainer);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("kept", recorder.all().size());
    answer.put("newest", recorder.newest());
    answer.put("requests", found.stream().map(one -> one.json(false)).toList());
    return json(answer);
  }

  private static Optional<String> first(@org.jspecify.annotations.Nullable List<String> values) {
    return values == null ? Optional.empty() : values.stream().filter(text -> !text.isBlank()).findFirst();
  }

  Response one(Request request) {
    return find(request).map(one -> json(one.json(true))).orElseGet(RequestControl::missing);
  }

  private Optional<Explained> find(Request request) {
    return number(request).flatMap(recorder::find).map(explainer::explain);
  }

  private static Optional<Long> number(Request request) {
    return Optional.of(request.var("number")).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
  }

  Response again(Request request) {
    return number(request).flatMap(recorder::find).map(seen -> replay.again(seen)
        .map(explainer::explain).map(one -> json(one.json(true)))
        .orElseGet(() -> OwnFaults.error(504, "no answer came: look at GET /sandbox/faults")))
        .orElseGet(RequestControl::missing);
  }

  Response forget() {
    recorder.forget();
    return json(java.util.Map.of("kept", 0));
  }

  private static Response json(Object value) {
    return Response.json(200, Json.write(value)).with("Cache-Control", "no-store");
  }

  private static Response missing() {
    return OwnFaults.error(404, "no such request is kept: the latest " + Recorder.KEPT
        + " are, see GET /sandbox/requests");
  }
}
