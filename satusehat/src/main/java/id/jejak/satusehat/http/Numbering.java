package id.jejak.satusehat.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.domain.NationalNumber;
import id.jejak.satusehat.store.Due;
import id.jejak.satusehat.store.JobStore;
import id.jejak.satusehat.store.NoticeStore;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Row;
import id.jejak.satusehat.store.Stored;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does what comes due after a document or a dispense: gives a prescription its national number, and adds a dispense to
 * its prescription's document. Each piece is one transaction with the row that asked for it, so it is done once,
 * whenever the program stops. Thread-safe; several programs may work at once.
 */
final class Numbering {
  private static final Logger LOG = LoggerFactory.getLogger(Numbering.class);
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  /** Numbers that are tried; of 34 thousand million a day, two in a row are hardly ever taken. */
  private static final int TRIES = 20;
  /** Pieces done in one turn. */
  private static final int TURN = 10_000;

  private final Db db;
  private final ResourceStore store;
  private final JobStore jobs;
  private final NoticeStore notices;
  private final Keeping keeping;
  private final Drafts drafts;
  private final Ids ids;
  private final RandomGenerator random;
  private final Runnable told;
  private final ReentrantLock turn = new ReentrantLock();

  /** @param told called after somebody was told something */
  Numbering(Db db, ResourceStore store, JobStore jobs, NoticeStore notices, Keeping keeping, Drafts drafts, Ids ids,
      RandomGenerator random, Runnable told) {
    this.db = db;
    this.store = store;
    this.jobs = jobs;
    this.notices = notices;
    this.keeping = keeping;
    this.drafts = drafts;
    this.ids = ids;
    this.random = random;
    this.told = told;
  }

  /**
   * Does everything that is due by the clock. One at a time in this process: whoever returns from here finds done what
   * was due before, even when somebody else was at it.
   */
  void work() {
    turn.lock();
    try {
      for (int i = 0; i < TURN && once(); i++) {
        told.run();
      }
    } finally {
      turn.unlock();
    }
  }

  /** Does everything that is waited for, whenever it is due. */
  void hurry() {
    db.transaction(tx -> {
      jobs.hurry(tx, drafts.now().micros());
      return true;
    });
    work();
  }

  /** Does one piece; false when nothing is due. A piece that fails waits, and does not keep the others from theirs. */
  private boolean once() {
    var taken = new AtomicLong();
    try {
      return db.transaction(tx -> {
        var due = jobs.take(tx, drafts.now().micros());
        due.ifPresent(one -> {
          taken.set(one.id());
          perform(tx, one);
          jobs.done(tx, one.id());
        });
        return due.isPresent();
      });
    } catch (RuntimeException e) {
      if (taken.get() == 0) {
        throw e;
      }
      LOG.error("work {} failed and will be tried again", taken.get(), e);
      db.transaction(tx -> {
        jobs.failed(tx, taken.get(), drafts.now().micros());
        return true;
      });
      return true;
    }
  }

  private void perform(Handle tx, Due due) {
    switch (due.kind()) {
      case NUMBER -> store.lock(tx, due.rid()).ifPresent(document -> number(tx, document));
      case RELATE -> store.lock(tx, due.rid()).ifPresent(dispense -> relate(tx, dispense));
    }
  }

  private void number(Handle tx, Stored stored) {
    var document = Documents.own(stored.content());
    if (!National.of(document).isEmpty()) {
      return;
    }
    var number = free(tx, stored.rid());
    var resources = new ArrayList<Stored>(List.of(stored));
    resources.addAll(store.lock(tx, National.items(document).stream()
        .map(id -> new Named("MedicationRequest", id)).toList()));
    var before = new ArrayList<ObjectNode>();
    var rows = new ArrayList<Row>();
    for (var resource : resources) {
      // An item of another facility stays as it is: a document cannot draw it into its own prescription.
      var old = Documents.own(resource.content());
      if (resource != stored && (!resource.owner().equals(stored.owner()) || !National.of(old).isEmpty())) {
        continue;
      }
      var next = Documents.own(resource.content());
      National.put(resource.type(), next, number);
      before.add(old);
      rows.add(drafts.next(resource.rid(), resource.type(), resource.id(), next, resource.version(), "").row());
    }
    keeping.replace(tx, rows, before);
    tell(tx, stored, "nrn", number, Optional.empty());
  }

  private String free(Handle tx, long document) {
    var day = drafts.now().instant().atZone(JAKARTA).toLocalDate();
    for (int i = 0; i < TRIES; i++) {
      var number = NationalNumber.make(day, random);
      if (jobs.number(tx, number, document)) {
        return number;
      }
    }
    throw new IllegalStateException("no free national number in " + TRIES + " tries");
  }

  private void relate(Handle tx, Stored dispense) {
    var terms = Medicines.prescriptions(Documents.own(dispense.content())).stream()
        .map(id -> Hashes.term("DocumentReference", "related", id)).toList();
    var documents = store.having(tx, "DocumentReference", terms);
    var reference = "MedicationDispense/" + dispense.id();
    for (var found : documents) {
      var document = store.lock(tx, found.rid()).orElseThrow();
      var next = Documents.own(document.content());
      if (!National.prescription(next) || !(next.path("context").path("related") instanceof ArrayNode related)) {
        continue;
      }
      boolean there = related.valueStream().anyMatch(one -> Documents.text(one.path("reference")).equals(reference));
      if (there) {
        continue;
      }
      var before = Documents.own(document.content());
      related.addObject().put("reference", reference);
      keeping.replace(tx, List.of(drafts.next(document.rid(), document.type(), document.id(), next,
          document.version(), "").row()), List.of(before));
      tell(tx, document, "dispense", National.of(next).stream().findFirst().orElse(""), Optional.of(reference));
    }
  }

  private void tell(Handle tx, Stored document, String kind, String number, Optional<String> dispense) {
    var said = new LinkedHashMap<String, Object>();
    said.put("document", "DocumentReference/" + document.id());
    said.put("nrn", number);
    dispense.ifPresent(reference -> said.put("dispense", reference));
    said.put("at", Version.at(drafts.now().instant()).updated());
    notices.add(tx, new NoticeStore.Notice(ids.next(), kind, Json.write(said)), document.owner());
  }
}
