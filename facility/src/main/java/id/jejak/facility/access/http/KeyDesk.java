package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Vault;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.store.GlassStore;
import id.jejak.facility.access.store.IndexRing;
import id.jejak.facility.access.store.Keyring;
import id.jejak.facility.access.store.SharedVault;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

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
  private final Vault.Kept patients;
  private final SharedVault vault;
  private final GlassStore glass;
  private final Audit audit;
  private final InstantSource clock;

  KeyDesk(Db db, Keyring ring, IndexRing index, Vault.Kept patients, SharedVault vault, GlassStore glass, Audit audit,
      InstantSource clock) {
    this.db = db;
    this.ring = ring;
    this.index = index;
    this.patients = patients;
    this.vault = vault;
    this.glass = glass;
    this.audit = audit;
    this.clock = clock;
  }

  Response show() {
    ring.look();
    var people = db.read(patients::byKey);
    var others = vault.kept().stream().map(kept -> db.read(kept::byKey)).toList();
    return Manners.answer(200, "primary", Long.toString(ring.primary()), "keys", ring.ids().stream()
        .map(id -> Tree.of("id", Long.toString(id), "patients", people.getOrDefault(id, 0L), "others",
            others.stream().mapToLong(one -> one.getOrDefault(id, 0L)).sum())).toList());
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
    boolean fresh = !older.isEmpty() && clock.instant().isBefore(ring.changed().plus(SETTLED));
    var unfound = index.older();
    if (fresh || kept().stream().anyMatch(one -> db.<Boolean>read(tx -> needs(tx, one, older, unfound)))) {
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

  /** Whether rows need a key that is to be destroyed. */
  private static boolean needs(Handle tx, Vault.Kept kept, List<Long> older, List<Long> unfound) {
    return !Collections.disjoint(kept.byKey(tx).keySet(), older)
        || !unfound.isEmpty() && kept.indexedBy(tx, unfound) > 0;
  }

  /** Patients, and what other wings keep under the same keys. */
  private List<Vault.Kept> kept() {
    return Stream.concat(Stream.of(patients), vault.kept().stream()).toList();
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
    for (var one : kept()) {
      int left = older.isEmpty() && unfound.isEmpty() ? 0 : batches;
      while (left > 0 && db.transaction(tx -> one.rewrap(tx, older, unfound, BATCH)) == BATCH) {
        left--;
      }
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
