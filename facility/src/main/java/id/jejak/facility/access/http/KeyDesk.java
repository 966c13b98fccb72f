package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.store.GlassStore;
import id.jejak.facility.access.store.IndexRing;
import id.jejak.facility.access.store.Keyring;
import id.jejak.facility.access.store.PatientStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The keys of the installation. Rotation needs no restart, and no request waits for it. */
final class KeyDesk {
  private static final int BATCH = 500;
  /** Batches that somebody waits for who wants to retire keys; more is for the background. */
  private static final int AT_ONCE = 10;
  /** Until then every node has read the new keys, and seals with nothing older. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final Db db;
  private final Keyring ring;
  private final IndexRing index;
  private final PatientStore patients;
  private final GlassStore glass;
  private final Audit audit;
  private final InstantSource clock;

  KeyDesk(Db db, Keyring ring, IndexRing index, PatientStore patients, GlassStore glass, Audit audit,
      InstantSource clock) {
    this.db = db;
    this.ring = ring;
    this.index = index;
    this.patients = patients;
    this.glass = glass;
    this.audit = audit;
    this.clock = clock;
  }

  Response show() {
    ring.look();
    var counts = db.read(patients::byKey);
    return Manners.answer(200, "primary", Long.toString(ring.primary()), "keys", ring.ids().stream()
        .map(id -> Tree.of("id", Long.toString(id), "patients", counts.getOrDefault(id, 0L))).toList());
  }

  Response rotate(Actor actor) {
    index.rotate();
    long primary = ring.rotate(clock.instant());
    note(actor, AccessOperations.ROTATE.id());
    return Manners.answer(200, "primary", Long.toString(primary));
  }

  Response retire(Actor actor) {
    look();
    rewrap(AT_ONCE);
    var older = older();
    var used = db.read(patients::byKey).keySet();
    boolean fresh = !older.isEmpty() && clock.instant().isBefore(ring.changed().plus(SETTLED));
    var unfound = index.older();
    if (fresh || older.stream().anyMatch(used::contains) || db.read(tx -> patients.indexedBy(tx, unfound)) > 0) {
      throw Stop.with(Problem.KEYS_IN_USE);
    }
    db.transaction(tx -> {
      glass.reseal(tx);
      return true;
    });
    ring.retire(older, clock.instant());
    if (!unfound.isEmpty()) {
      index.retire(unfound);
    }
    note(actor, AccessOperations.RETIRE.id());
    return Manners.answer(200, "retired", older.size());
  }

  /** Seals some of what is kept under older keys anew; a job calls it until nothing is left. */
  void rewrap() {
    look();
    rewrap(Integer.MAX_VALUE);
  }

  /** In many short transactions, so that nobody waits for one. */
  private void rewrap(int batches) {
    var older = older();
    var unfound = index.older();
    int left = older.isEmpty() && unfound.isEmpty() ? 0 : batches;
    while (left > 0 && db.transaction(tx -> patients.rewrap(tx, older, unfound, BATCH)) == BATCH) {
      left--;
    }
  }

  private void look() {
    ring.look();
    index.look();
  }

  private List<Long> older() {
    return ring.ids().stream().filter(id -> id != ring.primary()).toList();
  }

  private void note(Actor actor, String operation) {
    db.transaction(tx -> {
      audit.note(tx, new Why(actor, operation, Purpose.OPERATION), Audit.Deed.WRITE, Audit.NO_PATIENT);
      return true;
    });
  }
}
