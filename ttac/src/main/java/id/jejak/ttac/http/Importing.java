package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.http.upload.Table;
import id.jejak.ttac.http.upload.UnreadableFile;
import id.jejak.ttac.http.upload.Upload;
import id.jejak.ttac.store.Event;
import id.jejak.ttac.store.ImportStore;
import id.jejak.ttac.store.ImportStore.Fault;
import id.jejak.ttac.store.PlainImport;
import id.jejak.ttac.store.RegisterStore.Lot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * {@code barcode/import}: the guide's dashboard upload as a call. The whole file or nothing; every rejected row with
 * its column and the reason.
 */
final class Importing {
  private final Db db;
  private final Barcodes barcodes;
  private final ImportStore store;
  private final InstantSource clock;

  Importing(Db db, Barcodes barcodes, ImportStore store, InstantSource clock) {
    this.db = db;
    this.barcodes = barcodes;
    this.store = store;
    this.clock = clock;
  }

  /** What became of a file. */
  private record Report(String file, long rows, long registered, long rejected, long problemCount,
      List<Fault> problems) {}

  /** Carries a report out of a transaction that must be rolled back. */
  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Report report;

    Rejected(Report report) {
      super("rows were rejected", null, false, false);
      this.report = report;
    }
  }

  byte[] load(Caller caller, Params params, Upload upload, Request request) {
    var name = upload.name().isEmpty()
        ? Upload.shown(params.textOrEmpty("file", Limits.TEXT_LENGTH).orElse("")) : upload.name();
    var event = Event.now(Event.Kind.REGISTER, clock.instant(), caller.sarana(), request.id());
    try {
      var report = db.transaction(tx -> load(tx, upload, name, event));
      return json(Envelope.of(Code.E000), report);
    } catch (Rejected e) {
      return json(Envelope.parameter(Sentence.rejectedRows("file", e.report.rejected())), e.report);
    } catch (UnreadableFile e) {
      return json(Envelope.parameter(Sentence.file("file")), new Report(name, 0, 0, 0, 1,
          List.of(new Fault(1, "", "", String.valueOf(e.getMessage())))));
    }
  }

  private Report load(Handle tx, Upload upload, String name, Event event) {
    tx.savepoint("file");
    try {
      return plain(tx, upload, name, event);
    } catch (PlainImport.NotPlain e) { // now the file has to be judged, and that gives the report
      tx.rollbackToSavepoint("file");
    }
    return judged(tx, upload, name, event);
  }

  private Report plain(Handle tx, Upload upload, String name, Event event) {
    var year = barcodes.year();
    var lots = new ArrayList<Lot>();
    try (var loading = store.plain(tx, event, lots::get)) {
      var rows = new ImportRows(barcode -> Barcodes.keys(barcode, year).getFirst(), lots, loading::add);
      Table.read(upload.file(), rows);
      if (rows.sawNothing()) {
        throw new UnreadableFile("the file is empty");
      }
      long registered = loading.finish();
      return new Report(name, registered, registered, 0, 0, List.of());
    }
  }

  private Report judged(Handle tx, Upload upload, String name, Event event) {
    try (var loading = store.begin(tx)) {
      var year = barcodes.year();
      var lots = new ArrayList<Lot>();
      var rows = new ImportRows(barcode -> Barcodes.keys(barcode, year).getFirst(), lots, loading::add);
      Table.read(upload.file(), rows);
      loading.end();
      if (rows.sawNothing()) {
        throw new UnreadableFile("the file is empty");
      }
      var outcome = store.finish(tx, loading, lots, rows.faultCount() > 0, Limits.IMPORT_PROBLEMS, event);
      var report = new Report(name, loading.rows(), outcome.registered(), outcome.rejected(),
          rows.faultCount() + outcome.faultCount(), first(rows.faults(), outcome.faults()));
      if (outcome.rejected() > 0) {
        throw new Rejected(report);
      }
      return report;
    }
  }

  private static List<Fault> first(List<Fault> some, List<Fault> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    all.sort(Comparator.comparingLong(Fault::row)); // stable: faults of one row stay in the order of its columns
    return all.size() > Limits.IMPORT_PROBLEMS ? all.subList(0, Limits.IMPORT_PROBLEMS) : all;
  }

  private static byte[] json(Envelope envelope, Report report) {
    return envelope.json(out -> {
      out.writeStartObject();
      out.writeStringProperty("file", report.file());
      out.writeNumberProperty("rows", report.rows());
      out.writeNumberProperty("registered", report.registered());
      out.writeNumberProperty("rejected", report.rejected());
      out.writeNumberProperty("problem_count", report.problemCount());
      out.writeName("problems");
      out.writeStartArray();
      for (var problem : report.problems()) {
        out.writeStartObject();
        out.writeNumberProperty("row", problem.row());
        out.writeStringProperty("column", problem.column());
        out.writeStringProperty("value", shortened(problem.value()));
        out.writeStringProperty("reason", problem.reason());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static String shortened(String value) {
    return value.length() > Limits.IMPORT_VALUE ? value.substring(0, Limits.IMPORT_VALUE) + "..." : value;
  }
}
