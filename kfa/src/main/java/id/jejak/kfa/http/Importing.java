package id.jejak.kfa.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.store.DictionaryStore;
import id.jejak.kfa.store.Loaded;
import id.jejak.kfa.store.read.ReadSide;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes answers of the official service as a file: all rows or none. Thread-safe. */
final class Importing {
  private final Db db;
  private final DictionaryStore store;
  private final ReadSide readSide;
  private final InstantSource clock;

  Importing(Db db, DictionaryStore store, ReadSide readSide, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.readSide = readSide;
    this.clock = clock;
  }

  Response load(Request request) {
    var begun = new AtomicBoolean();
    Loaded loaded;
    try (var rows = new RowReader(request.body().stream())) {
      loaded = db.transaction(tx -> {
        if (begun.getAndSet(true)) { // what was read of a stream cannot be read again
          throw new IllegalStateException("the database asked to try again in the middle of a stream");
        }
        return store.load(tx, rows, clock.instant());
      });
    } catch (RowReader.Unreadable e) {
      return Response.json(400, Envelopes.fault("Nothing was imported: " + e.getMessage()));
    }
    readSide.refresh();
    return Response.json(200, Json.write(out -> {
      out.writeStartObject();
      out.writeNumberProperty("rows", loaded.rows());
      out.writeNumberProperty("added", loaded.added());
      out.writeNumberProperty("changed", loaded.changed());
      out.writeNumberProperty("renamed", loaded.renamed());
      out.writeNumberProperty("deactivated", loaded.deactivated());
      out.writeNumberProperty("replaced", loaded.replaced());
      out.writeNumberProperty("repriced", loaded.repriced());
      out.writeNumberProperty("skipped", loaded.skipped());
      out.writeNumberProperty("seq", loaded.seq());
      out.writeEndObject();
    }));
  }
}
