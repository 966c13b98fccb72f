package id.jejak.kfa.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Atc;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.store.Clean;
import id.jejak.kfa.store.ListingStore;
import id.jejak.kfa.store.read.Filter;
import id.jejak.kfa.store.read.Page;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Sections 4.1 to 4.5: prices, products by ATC and tag, and what ATC and tags there are. Thread-safe. */
final class VersionOne {
  private static final Page NOTHING = new Page(0, new int[0]);

  private final Db db;
  private final ListingStore listings;
  private final Shelves shelves;
  private final AtcGone gone;

  VersionOne(Db db, ListingStore listings, Shelves shelves, AtcGone gone) {
    this.db = db;
    this.listings = listings;
    this.shelves = shelves;
    this.gone = gone;
  }

  Response prices(Request request) {
    return Query.answer(request, query -> {
      var window = query.window("limit");
      var code = query.required("kfa_code", "code");
      var region = query.text("region_code");
      var document = query.text("document_ref");
      var fields = query.fields();
      return query.unlessFaulty(() -> {
        var found = db.read(handle -> listings.prices(handle, code, region, document, window.from(), window.size()));
        var look = shelves.fields(fields);
        var rows = found.texts().stream().map(text -> look.price(Json.read(text))).toList();
        return list(Envelopes.list(found.total(), window.text(), "limit", window.size()), rows, Envelopes.LIST_END);
      });
    });
  }

  Response byAtc(Request request) {
    return unlessGone(request, query -> {
      var window = query.window("size");
      var code = query.required("atc_code");
      var level = query.text("level");
      var fields = query.fields();
      return query.unlessFaulty(() -> {
        var snapshot = shelves.snapshot();
        boolean agree = level.isEmpty() || level.get().equals(Atc.level(code));
        var page = agree ? snapshot.find(Filter.atc(code), window.from(), window.size()) : NOTHING;
        return shelves.shortRows(snapshot, page,
            Envelopes.list("atc_code", code, page.total(), window.text(), window.size()), fields);
      });
    });
  }

  Response atc(Request request) {
    return unlessGone(request, query -> {
      var window = query.windowOrAll();
      var code = query.text("atc_code");
      var level = query.text("level");
      var parent = query.text("parent_code").or(() -> query.text("parent"));
      return query.unlessFaulty(() -> metadata(db.read(handle ->
          listings.atc(handle, code, level, parent, window.from(), window.size()))));
    });
  }

  Response byTag(Request request) {
    return unlessGone(request, query -> {
      var window = query.window("size");
      var code = query.required("tag_code");
      var level = query.text("level");
      var fields = query.fields();
      return query.unlessFaulty(() -> {
        var snapshot = shelves.snapshot();
        boolean agree = level.isEmpty()
            || db.read(handle -> listings.tagLevel(handle, code)).filter(level.get()::equals).isPresent();
        var page = agree ? snapshot.find(Filter.tag(code), window.from(), window.size()) : NOTHING;
        return shelves.shortRows(snapshot, page,
            Envelopes.list("tag_code", code, page.total(), window.text(), window.size()), fields);
      });
    });
  }

  Response tags(Request request) {
    return unlessGone(request, query -> {
      var window = query.windowOrAll();
      var code = query.text("tag_code");
      var level = query.text("level");
      var parent = query.text("parent_code").or(() -> query.text("parent"));
      return query.unlessFaulty(() -> metadata(db.read(handle ->
          listings.tags(handle, code, level, parent, window.from(), window.size()))));
    });
  }

  private Response unlessGone(Request request, java.util.function.Function<Query, Optional<Response>> work) {
    return gone.now() ? Response.json(404, Envelopes.fault("Not Found")) : Query.answer(request, work);
  }

  private Response metadata(List<String> texts) {
    boolean dirty = shelves.fields(Optional.empty()).dirty();
    var rows = texts.stream().map(Json::read).filter(node -> dirty || !Clean.hiddenNode(node))
        .map(node -> Json.write((Object) node)).toList();
    return list(Envelopes.metadata(), rows, Envelopes.metadataEnd());
  }

  private static Response list(byte[] before, List<byte[]> rows, byte[] after) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(before);
    for (var row : rows) {
      if (out.size() > before.length) {
        out.write(',');
      }
      out.writeBytes(row);
    }
    out.writeBytes(after);
    return Response.json(200, out.toByteArray());
  }
}
