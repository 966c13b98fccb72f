package id.jejak.kfa.http.names;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.contract.Limits;
import id.jejak.kfa.contract.NameOperations;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.name.MappingCheck;
import id.jejak.kfa.domain.name.MappingCheck.Finding;
import id.jejak.kfa.store.ChangeStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** {@code POST /kfa/map/check}: which codes of a stored mapping have to be looked at again. Thread-safe. */
public final class CheckCalls {
  private final Db db;
  private final Dictionary dictionary;
  private final ChangeStore changes;

  /** Checks against the dictionary and its feed of changes. */
  public CheckCalls(Db db, Dictionary dictionary, ChangeStore changes) {
    this.db = db;
    this.dictionary = dictionary;
    this.changes = changes;
  }

  private record Checked(Lists.Mapped mapped, MappingCheck check) {}

  /** Checks the mapping in the body. */
  public Response check(Request request) {
    List<Lists.Mapped> rows;
    try {
      rows = Lists.read(request.body().bytes(NameOperations.LIST_BYTES));
    } catch (Lists.NoList e) {
      return Response.json(400, Envelopes.fault("No mapping was checked: " + e.getMessage()));
    }
    var since = Form.urlencoded(request.query()).getOrDefault("since", List.of("")).getLast();
    var changed = since.matches("[0-9]{1,15}") ? changed(Long.parseLong(since)) : Set.<String>of();
    var known = new HashMap<String, List<Product>>();
    var checked = rows.stream().map(row -> new Checked(row, MappingCheck.of(row.kfaCode(),
        known.computeIfAbsent(row.kfaCode(), this::products), row.row().name(), changed.contains(row.kfaCode()))))
        .toList();
    return Response.json(200, json(checked, dictionary.seq()));
  }

  private List<Product> products(String code) {
    var product = dictionary.byCode(code);
    return product.isPresent() ? List.of(product.get()) : dictionary.ofTemplate(code);
  }

  private Set<String> changed(long since) {
    return db.read(handle -> {
      var codes = new HashSet<String>();
      long next = since;
      for (var page = changes.after(handle, next, Limits.CHANGES_MOST); !page.isEmpty();
          page = changes.after(handle, next, Limits.CHANGES_MOST)) {
        page.forEach(change -> {
          if (change.code() != null) {
            codes.add(change.code());
          }
        });
        next = page.getLast().seq();
      }
      return codes;
    });
  }

  private static byte[] json(List<Checked> all, long seq) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeNumberProperty("seq", seq);
      out.writeNumberProperty("total", all.size());
      out.writeNumberProperty("affected", all.stream().filter(one -> !one.check().findings().isEmpty()).count());
      out.writeArrayPropertyStart("items");
      all.stream().filter(one -> !one.check().findings().isEmpty()).forEach(one -> item(out, one));
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void item(JsonGenerator out, Checked one) {
    out.writeStartObject();
    if (!one.mapped().row().code().isEmpty()) {
      out.writeStringProperty("code", one.mapped().row().code());
    }
    out.writeStringProperty("kfa_code", one.mapped().kfaCode());
    one.check().name().ifPresent(name -> out.writeStringProperty("name", name));
    out.writeArrayPropertyStart("findings");
    one.check().findings().stream().map(Finding::name).map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(out::writeString);
    out.writeEndArray();
    one.check().instead().ifPresent(instead -> {
      out.writeName("instead");
      out.writeStartObject();
      out.writeStringProperty("kfa_code", instead.code());
      out.writeStringProperty("name", instead.name());
      out.writeEndObject();
    });
    out.writeEndObject();
  }
}
