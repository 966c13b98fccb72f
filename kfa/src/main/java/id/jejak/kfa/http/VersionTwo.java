package id.jejak.kfa.http;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.contract.Limits;
import id.jejak.kfa.store.read.Filter;
import id.jejak.kfa.store.read.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sections 5.1 and 5.2: a product's detail, and the list of all. Thread-safe. */
final class VersionTwo {
  private static final List<String> IDENTIFIERS = List.of("kfa", "nie", "lkpp");

  private final Shelves shelves;

  VersionTwo(Shelves shelves) {
    this.shelves = shelves;
  }

  Response detail(Request request) {
    return Query.answer(request, query -> {
      var identifier = query.choice("identifier", IDENTIFIERS, _ -> "");
      var code = query.required("code");
      var template = query.text("template_code");
      var fields = query.fields();
      return query.unlessFaulty(() -> {
        var snapshot = shelves.snapshot();
        int place = snapshot.best(found(snapshot, identifier, code, template));
        return shelves.detail(snapshot, place, Envelopes.detail(code, identifier), fields);
      });
    });
  }

  private static int[] found(Snapshot snapshot, String identifier, String code, Optional<String> template) {
    var found = switch (identifier) {
      case "kfa" -> snapshot.byCode(code);
      case "nie" -> snapshot.byNie(code);
      default -> snapshot.byLkpp(code);
    };
    if (template.isEmpty() || found.length == 0) {
      return found;
    }
    var ofTemplate = snapshot.ofTemplate(template.get());
    return Arrays.stream(found).filter(place -> Arrays.binarySearch(ofTemplate, place) >= 0).toArray();
  }

  Response all(Request request) {
    return Query.answer(request, query -> {
      var window = query.window("size");
      var type = query.choice("product_type", ProductType.ALLOWED, ProductType::hint);
      var filter = new Filter(type.equals(ProductType.PHARMACY), null, query.day("from_date"), query.day("to_date"),
          query.textOrNull("template_code"), query.textOrNull("packaging_code"), null, null,
          query.text("keyword").map(VersionTwo::cut).orElse(null))
          .ofType(query.textOrNull("farmalkes_type"));
      var fields = query.fields();
      return query.unlessFaulty(() -> {
        var snapshot = shelves.snapshot();
        var page = snapshot.find(filter, window.from(), window.size());
        return shelves.rows(snapshot, page, Envelopes.list(page.total(), window.text(), "size", window.size()),
            fields);
      });
    });
  }

  private static String cut(String keyword) {
    return keyword.length() > Limits.KEYWORD_MOST ? keyword.substring(0, Limits.KEYWORD_MOST) : keyword;
  }
}
