package id.jejak.app.web.console;

import id.jejak.app.docs.Requests;
import id.jejak.app.docs.SystemDocs;
import id.jejak.app.docs.Trial;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Replay;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.JteansweredGenerated;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.jte.JtetrialGenerated;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries an operation from a page: a form filled from the contract's examples, sent over the wire as a demo account. */
public final class TryPages {
  private final Supplier<List<SystemDocs>> docs;
  private final DemoKeys keys;
  private final Replay wire;
  private final Explainer explainer;
  private final OwnAddress address;

  /** Trials over the wire. */
  public TryPages(Supplier<List<SystemDocs>> docs, DemoKeys keys, Replay wire, Explainer explainer,
      OwnAddress address) {
    this.docs = docs;
    this.keys = keys;
    this.wire = wire;
    this.explainer = explainer;
    this.address = address;
  }

  private record Found(SystemDocs system, Operation operation) {}

  private Optional<Found> find(Asked asked) {
    var id = asked.request().var("operation");
    return docs.get().stream().flatMap(system -> system.operation(id).stream()
        .map(operation -> new Found(system, operation))).findFirst();
  }

  /** The form. */
  public Response form(Asked asked) {
    return find(asked).map(found -> asked.html(out -> JtetrialGenerated.render(out, null, asked.page(),
        found.system(), found.operation(), Trial.of(found.system(), found.operation()),
        keys.accounts(found.system().name(), found.operation().id()))))
        .orElseGet(() -> unknown(asked));
  }

  /** Sends it, and shows what came back. */
  public Response send(Asked asked) {
    return find(asked).map(found -> send(asked, found)).orElseGet(() -> unknown(asked));
  }

  private Response send(Asked asked, Found found) {
    var system = found.system().name();
    var operation = found.operation().id();
    var who = asked.field("who").orElse("");
    var body = asked.fields().getOrDefault("body", List.of("")).getFirst();
    var target = asked.field("target").filter(path -> below(found, path)).orElse("");
    if (target.isEmpty()) {
      return asked.html(422, out -> JteansweredGenerated.render(out, null, asked.page(), null,
          asked.page().say("Alamat harus diawali alamat sistem ini.",
              "The address must begin with one of this system."), ""));
    }
    var values = needs(target + body) ? keys.variables(system, operation, who) : Map.<String, String>of();
    var type = body.isEmpty() ? "" : Trial.of(found.system(), found.operation()).type();
    var request = Request.of(found.operation().method(), escaped(filled(target, values)),
        type.isEmpty() ? Headers.NONE : Headers.of("Content-Type", type), Body.of(filled(body, values)));
    var access = found.system().requests().access();
    var keyed = access == Requests.Access.BEARER && !operation.equals("satusehat.eresep.login")
        ? keys.withBearer(request, operation, who) : access == Requests.Access.SIGNED ? keys.signed(request) : request;
    var seen = wire.ask(keyed);
    return asked.html(out -> JteansweredGenerated.render(out, null, asked.page(),
        seen.map(explainer::explain).orElse(null), asked.page().say("Tidak ada jawaban.", "No answer came."),
        curl(keyed, filled(body, values))));
  }

  private static boolean below(Found found, String path) {
    return found.system().bases(found.operation()).stream().anyMatch(base -> path.startsWith(base + "/")
        || path.equals(base)) && !path.contains("..");
  }

  private static boolean needs(String text) {
    return text.contains("{{");
  }

  private static String filled(String text, Map<String, String> values) {
    var filled = text.replace("\r\n", "\n");
    for (var value : values.entrySet()) {
      filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return filled;
  }

  /** What a person types into an address, as the wire takes it. */
  private static String escaped(String target) {
    var out = new StringBuilder();
    for (byte b : target.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (c > 32 && c < 127 && "\"<>\\^`{|}#".indexOf(c) < 0) {
        out.append((char) c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", c));
      }
    }
    return out.toString();
  }

  /** The same for a shell, with the demo account's own token: it runs as it stands. */
  private String curl(Request request, String body) {
    var out = new StringBuilder("curl -X ").append(request.method()).append(" '").append(address.url())
        .append(request.path()).append(request.query().isEmpty() ? "" : "?" + request.query()).append('\'');
    request.headers().forEach((name, value) ->
        out.append(" \\\n  -H '").append(name).append(": ").append(value.replace("'", "'\\''")).append('\''));
    if (!body.isEmpty()) {
      out.append(" \\\n  -d '").append(body.replace("'", "'\\''")).append('\'');
    }
    return out.toString();
  }

  private static Response unknown(Asked asked) {
    var page = asked.page();
    return asked.html(404, out -> JtemessageGenerated.render(out, null, page, page.say("Tidak ada", "Not found"),
        page.say("Tidak ada operasi dengan nama itu.", "There is no operation of that name.")));
  }
}
