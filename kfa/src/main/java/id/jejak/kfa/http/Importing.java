package id.jejak.kfa.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.contract.Limits;
import id.jejak.kfa.store.DictionaryStore;
import id.jejak.kfa.store.ImportRuns;
import id.jejak.kfa.store.Loaded;
import id.jejak.kfa.store.read.ReadSide;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes answers of the official service as a file: all rows or none. Thread-safe. */
final class Importing {
  private final Db db;
  private final DictionaryStore store;
  private final ReadSide readSide;
  private final ImportRuns runs = new ImportRuns();
  private final InstantSource clock;
  private final Ids ids;

  Importing(Db db, DictionaryStore store, ReadSide readSide, InstantSource clock, Ids ids) {
    this.db = db;
    this.store = store;
    this.readSide = readSide;
    this.clock = clock;
    this.ids = ids;
  }

  Response load(Request request) {
    var begun = new AtomicBoolean();
    Loaded loaded;
    try (var rows = new RowReader(request.body().stream())) {
      loaded = db.transaction(tx -> {
        if (begun.getAndSet(true)) { // what was read of a stream cannot be read again
          throw new IllegalStateException("the database asked to try again in the middle of a stream");
        }
        var done = store.load(tx, rows, clock.instant());
        source(request).ifPresent(source -> runs.keep(tx, ids.next(),
            new ImportRuns.Run(source, began(request), clock.instant(), new String(report(done),
                StandardCharsets.UTF_8))));
        return done;
      });
    } catch (RowReader.Unreadable e) {
      return Response.json(400, Envelopes.fault("Nothing was imported: " + e.getMessage()));
    }
    readSide.refresh();
    return Response.json(200, report(loaded));
  }

  private static Optional<String> source(Request request) {
    return request.header("X-Jejak-Source").map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= Limits.SOURCE_MOST);
  }

  /** When somebody began to gather the rows; what cannot be read, or is still to come, is now. */
  private Instant began(Request request) {
    var now = clock.instant();
    try {
      return request.header("X-Jejak-Began").map(Instant::parse).filter(at -> at.isBefore(now)).orElse(now);
    } catch (DateTimeException e) {
      return now;
    }
  }

  /** The newest load of each source. */
  Response list(Request request) {
    return Query.answer(request, query -> {
      var source = query.text("source");
      return query.unlessFaulty(() -> {
        var found = db.read(handle -> runs.newest(handle, source));
        return Response.json(200, Json.write(out -> {
          out.writeStartObject();
          out.writeArrayPropertyStart("imports");
          found.forEach(run -> {
            out.writeStartObject();
            out.writeStringProperty("source", run.source());
            out.writeStringProperty("began", run.began().toString());
            out.writeStringProperty("finished", run.finished().toString());
            out.writeName("report");
            out.writeRawValue(run.report());
            out.writeEndObject();
          });
          out.writeEndArray();
          out.writeEndObject();
        }));
      });
    });
  }

  private static byte[] report(Loaded loaded) {
    return Json.write(out -> {
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
    });
  }
}
