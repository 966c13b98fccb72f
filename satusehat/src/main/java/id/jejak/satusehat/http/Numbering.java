package id.jejak.satusehat.http;

import id.jejak.kernel.db.Db;
import id.jejak.satusehat.domain.NationalNumber;
import id.jejak.satusehat.store.Due;
import id.jejak.satusehat.store.JobStore;
import id.jejak.satusehat.store.PrescriptionStore;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Row;
import id.jejak.satusehat.store.Stored;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does what comes due after a document or a dispense: gives a prescription its national number, and adds a dispense to
 * its prescription's document. Each piece is in one transaction with the row that asked for it, so it is done once,
 * whenever the program stops. Thread-safe; several programs may work at once.
 */
final class Numbering {
  private static final Logger LOG = LoggerFactory.getLogger(Numbering.class);
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  /** Numbers that are tried; of 34 thousand million a day, two in a row are hardly ever taken. */
  private static final int TRIES = 20;
  /** Transactions of one turn. */
  private static final int TURN = 1_000;
  /** Pieces done in one transaction. */
  private static final int TOGETHER = 32;

  private final Db db;
  private final ResourceStore store;
  private final JobStore jobs;
  private final Keeping keeping;
  private final Drafts drafts;
  private final Relating relating;
  private final Telling telling;
  private final RandomGenerator random;
  private final Runnable told;
  private final ReentrantLock turn = new ReentrantLock();

  /** @param told called after somebody was told something */
  Numbering(Db db, ResourceStore store, JobStore jobs, Keeping keeping, Drafts drafts, Telling telling,
      RandomGenerator random, Runnable told) {
    this.db = db;
    this.store = store;
    this.jobs = jobs;
    this.keeping = keeping;
    this.drafts = drafts;
    this.telling = telling;
    this.relating = new Relating(new PrescriptionStore(), keeping, drafts, telling);
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
      for (int i = 0; i < TURN && some(TOGETHER); i++) {
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

  /**
   * Does some pieces in one transaction; false when nothing is due. When that fails each gets a transaction of its own,
   * so that the one that fails waits, and does not keep the others from theirs.
   */
  private boolean some(int most) {
    var taken = new ArrayList<Due>();
    try {
      return db.transaction(tx -> {
        taken.clear();
        taken.addAll(jobs.take(tx, drafts.now().micros(), most));
        if (!taken.isEmpty()) {
          perform(tx, taken);
          jobs.done(tx, taken);
        }
        return !taken.isEmpty();
      });
    } catch (RuntimeException e) {
      if (taken.isEmpty()) {
        throw e;
      }
      if (taken.size() > 1) { // whichever it was fails again when it is alone, and is told of there
        taken.forEach(_ -> some(1));
        return true;
      }
      long piece = taken.getFirst().id();
      LOG.error("work {} failed and will be tried again", piece, e);
      db.transaction(tx -> {
        jobs.failed(tx, piece, drafts.now().micros());
        return true;
      });
      return true;
    }
  }

  private void perform(Handle tx, List<Due> taken) {
    var dispenses = new ArrayList<Long>();
    for (var due : taken) {
      switch (due.kind()) {
        case NUMBER -> store.lock(tx, due.rid()).ifPresent(document -> number(tx, document));
        case RELATE -> dispenses.add(due.rid());
      }
    }
    if (!dispenses.isEmpty()) {
      relating.relate(tx, dispenses);
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
    telling.tell(tx, List.of(Telling.number(stored, number)));
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
}
