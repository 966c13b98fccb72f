package id.jejak.kfa.http.names;

import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.contract.Invalid;
import id.jejak.kfa.contract.NameOperations;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.domain.name.Mapping;
import id.jejak.kfa.domain.name.Mapping.Pile;
import id.jejak.kfa.store.search.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /kfa/map}: a whole list at once. Thread-safe. */
public final class MappingCalls {
  private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Names names;
  private final Formats formats;

  /** Mapping over names. */
  public MappingCalls(Names names, Dictionary dictionary) {
    this.names = names;
    formats = new Formats(dictionary);
  }

  /** In what a mapped list is written. */
  private enum Format {
    JSON, CSV, XLSX, CONCEPTMAP, KHANZA_SQL;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Format> of(String text) {
      for (var format : values()) {
        if (format.text().equals(text.toLowerCase(Locale.ROOT))) {
          return Optional.of(format);
        }
      }
      return Optional.empty();
    }

    static Format accepted(Request request) {
      var accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
      return accept.contains("text/csv") ? CSV : accept.contains(WORKBOOK) ? XLSX
          : accept.contains("fhir+json") ? CONCEPTMAP : JSON;
    }
  }

  /** Maps the list in the body. */
  public Response map(Request request) {
    var asked = Form.urlencoded(request.query()).get("format");
    var text = asked == null ? "" : asked.getLast().strip();
    var format = text.isEmpty() ? Optional.of(Format.accepted(request)) : Format.of(text);
    if (format.isEmpty()) {
      var allowed = List.of(Format.values()).stream().map(Format::text).toList();
      return Response.json(422, Invalid.json(List.of(Invalid.choice("query", "format", allowed))));
    }
    List<Lists.Mapped> rows;
    try {
      rows = Lists.read(request.body().bytes(NameOperations.LIST_BYTES));
    } catch (Lists.NoList e) {
      return Response.json(400, Envelopes.fault("No row was mapped: " + e.getMessage()));
    }
    var mapper = new Mapper(names.search());
    var mappings = new ArrayList<Mapping>(rows.size());
    rows.forEach(row -> mappings.add(mapper.map(row.row())));
    var response = answer(format.get(), mappings);
    for (var pile : Pile.values()) {
      response = response.with("X-Jejak-" + pile.text(),
          String.valueOf(mappings.stream().filter(one -> one.pile() == pile).count()));
    }
    return response;
  }

  private Response answer(Format format, List<Mapping> mappings) {
    return switch (format) {
      case JSON -> Response.json(200, Formats.json(mappings));
      case CSV -> Response.of(200, "text/csv; charset=utf-8", Formats.csv(mappings));
      case XLSX -> Response.of(200, WORKBOOK, Formats.xlsx(mappings));
      case CONCEPTMAP -> Response.of(200, "application/fhir+json", Formats.conceptMap(mappings));
      case KHANZA_SQL -> Response.of(200, "application/sql; charset=utf-8", formats.khanza(mappings));
    };
  }
}
