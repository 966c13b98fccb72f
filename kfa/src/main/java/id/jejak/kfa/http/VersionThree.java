package id.jejak.kfa.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.store.AlkesStore;
import id.jejak.kfa.store.ListingStore.Documents;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Devices of version 3 and their templates. Thread-safe. */
final class VersionThree {
  private final Db db;
  private final AlkesStore store;
  private final Shelves shelves;

  VersionThree(Db db, AlkesStore store, Shelves shelves) {
    this.db = db;
    this.store = store;
    this.shelves = shelves;
  }

  /** Reads one window of a list. */
  @FunctionalInterface
  private interface Reader {
    Documents read(Handle handle, AlkesStore.Wanted wanted, long from, int size);
  }

  Response products(Request request) {
    return answer(request, true, store::products);
  }

  Response templates(Request request) {
    return answer(request, false, store::templates);
  }

  private Response answer(Request request, boolean references, Reader reader) {
    AlkesAsked asked;
    try {
      asked = AlkesAsked.read(request, references);
    } catch (AlkesAsked.Unfit e) {
      return Response.json(400, Envelopes.v3Invalid());
    }
    var found = db.read(handle -> reader.read(handle, asked.wanted(), asked.from(), asked.size()));
    var fields = shelves.fields(Optional.empty());
    var rows = new ByteArrayOutputStream();
    for (var text : found.texts()) {
      if (rows.size() > 0) {
        rows.write(',');
      }
      rows.writeBytes(fields.alkes(Json.read(text)));
    }
    return Response.json(200, Envelopes.v3(found.total(), asked.page(), asked.size(), found.texts().size(),
        rows.toByteArray()));
  }
}
