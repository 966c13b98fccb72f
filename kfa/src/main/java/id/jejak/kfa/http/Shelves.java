package id.jejak.kfa.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.contract.FieldSet;
import id.jejak.kfa.store.ListingStore;
import id.jejak.kfa.store.read.Page;
import id.jejak.kfa.store.read.ReadSide;
import id.jejak.kfa.store.read.Snapshot;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Rows and details: from the files when they are asked for in the field set that is set, and else printed from the
 * documents. Thread-safe.
 */
final class Shelves {
  private final Db db;
  private final ListingStore listings;
  private final ReadSide readSide;
  private final Fields fields;

  Shelves(Db db, ListingStore listings, ReadSide readSide, Fields fields) {
    this.db = db;
    this.listings = listings;
    this.readSide = readSide;
    this.fields = fields;
  }

  Snapshot snapshot() {
    return readSide.current();
  }

  /** How rows are printed for a caller. */
  Fields fields(Optional<FieldSet> wanted) {
    return wanted.map(set -> new Fields(set, fields.zone(), fields.dirty())).orElse(fields);
  }

  private boolean filed(Optional<FieldSet> wanted) {
    return wanted.isEmpty() || wanted.get() == fields.set();
  }

  Response detail(Snapshot snapshot, int place, byte[] before, Optional<FieldSet> wanted) {
    if (place < 0) {
      return Response.json(200, joined(before, Envelopes.NULL, Envelopes.DETAIL_END));
    }
    if (filed(wanted)) {
      return Response.json(200, snapshot.detail(place, before, Envelopes.DETAIL_END));
    }
    var shown = show(snapshot, new int[] {place}, wanted);
    return Response.json(200, joined(before, shown.length == 0 ? Envelopes.NULL : shown[0].detail(),
        Envelopes.DETAIL_END));
  }

  /** Rows of version 2's list. */
  Response rows(Snapshot snapshot, Page page, byte[] before, Optional<FieldSet> wanted) {
    var inRow = fields(wanted).set().totalInRow() ? Envelopes.totalInRow(page.total()) : Envelopes.NONE;
    if (filed(wanted)) {
      return Response.json(200, snapshot.rows(page.places(), before, inRow, Envelopes.LIST_END));
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(before);
    for (var shown : show(snapshot, page.places(), wanted)) {
      comma(out, before);
      out.write(shown.row(), 0, shown.row().length - (inRow.length > 0 ? 1 : 0));
      if (inRow.length > 0) {
        out.writeBytes(inRow);
        out.write('}');
      }
    }
    out.writeBytes(Envelopes.LIST_END);
    return Response.json(200, out.toByteArray());
  }

  /** Rows of version 1's lists. */
  Response shortRows(Snapshot snapshot, Page page, byte[] before, Optional<FieldSet> wanted) {
    if (filed(wanted)) {
      return Response.json(200, snapshot.shortRows(page.places(), before, Envelopes.LIST_END));
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(before);
    for (var shown : show(snapshot, page.places(), wanted)) {
      comma(out, before);
      int from = 0;
      for (int i = 0; i < shown.cuts().length; i += 2) {
        out.write(shown.row(), from, shown.cuts()[i] - from);
        from = shown.cuts()[i + 1];
      }
      out.write(shown.row(), from, shown.row().length - from);
    }
    out.writeBytes(Envelopes.LIST_END);
    return Response.json(200, out.toByteArray());
  }

  private Fields.Shown[] show(Snapshot snapshot, int[] places, Optional<FieldSet> wanted) {
    var look = fields(wanted);
    var ids = Arrays.stream(places).mapToObj(snapshot::id).toList();
    var documents = db.read(handle -> listings.documents(handle, ids));
    return ids.stream().flatMap(id -> Optional.ofNullable(documents.get(id)).stream())
        .flatMap(text -> look.show(Json.read(text)).stream()).toArray(Fields.Shown[]::new);
  }

  private static void comma(ByteArrayOutputStream out, byte[] before) {
    if (out.size() > before.length) {
      out.write(',');
    }
  }

  static byte[] joined(byte[]... some) {
    var out = new ByteArrayOutputStream();
    Arrays.stream(some).forEach(out::writeBytes);
    return out.toByteArray();
  }
}
