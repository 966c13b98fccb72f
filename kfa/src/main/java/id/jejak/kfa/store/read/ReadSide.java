package id.jejak.kfa.store.read;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.store.DictionaryStore;
import id.jejak.kfa.store.DictionaryStore.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the newest snapshot and makes the next one. After a small change only the changed products are written anew;
 * after a large one, or when files are missing or of another look, all of them. Requests go on reading the snapshot they
 * have. Thread-safe.
 */
public final class ReadSide {
  private static final Logger LOG = LoggerFactory.getLogger(ReadSide.class);
  /** Changed: files of an older layout are not read. */
  private static final String LAYOUT = "2";
  /** Files that one snapshot is made of; with more, all are made anew as one. */
  private static final int MOST_FILES = 24;
  /** Changed products that are appended rather than everything made anew, as a part of all. */
  private static final int SMALL_PART = 5;
  private static final int FETCH = 500;
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Db db;
  private final DictionaryStore store;
  private final Path folder;
  private final Look look;
  private volatile @Nullable Snapshot current;
  private List<Path> files = List.of();

  /**
   * A read side.
   *
   * @param folder for its files; made when first needed
   */
  public ReadSide(Db db, DictionaryStore store, Path folder, Look look) {
    this.db = db;
    this.store = store;
    this.folder = folder;
    this.look = look;
  }

  /** The snapshot that is there; the first call makes or opens it, which may take seconds. */
  public Snapshot current() {
    var there = current;
    return there != null ? there : refresh();
  }

  /** Brings the snapshot to the dictionary as it is committed now. */
  public synchronized Snapshot refresh() {
    return db.snapshot(tx -> {
      var edition = store.edition(tx);
      var there = current;
      if (there == null) {
        there = kept(tx, edition).orElse(null);
      }
      if (there == null || there.edition() != edition.edition()) {
        there = there != null && there.edition() >= edition.cleared() && isSmall(tx, there)
            ? appended(tx, there, edition) : anew(tx, edition);
      }
      current = there;
      return there;
    });
  }

  /** Makes everything anew: after rows were put back, an edition's number says nothing about what it holds. */
  public synchronized Snapshot remake() {
    return db.snapshot(tx -> {
      var made = anew(tx, store.edition(tx));
      current = made;
      return made;
    });
  }

  private String layout() {
    return LAYOUT + " " + look.name();
  }

  private Optional<Snapshot> kept(Handle tx, Edition now) {
    return Manifest.read(folder, layout(), base(tx)).filter(manifest -> manifest.edition() >= now.cleared()
        && manifest.edition() <= now.edition()).flatMap(manifest -> {
          try {
            files = manifest.paths(folder);
            return Optional.of(Opening.open(files, manifest.edition(), manifest.seq()));
          } catch (RuntimeException e) { // whatever is wrong with files that can be made again, they are made again
            LOG.warn("the read side in {} cannot be opened and is made anew", folder, e);
            return Optional.empty();
          }
        });
  }

  private static String base(Handle tx) {
    return tx.createQuery("select base::text from kfa.edition").mapTo(String.class).one();
  }

  private boolean isSmall(Handle tx, Snapshot there) {
    long changed = tx.createQuery("select count(*) from kfa.product where edition > :edition and generation = 2")
        .bind("edition", there.edition()).mapTo(long.class).one();
    return files.size() < MOST_FILES && changed <= there.size() / SMALL_PART;
  }

  private Snapshot appended(Handle tx, Snapshot there, Edition now) {
    var all = new ArrayList<>(files);
    all.addAll(write(tx, there.edition(), now));
    return keep(tx, all, now);
  }

  private Snapshot anew(Handle tx, Edition now) {
    long started = System.nanoTime();
    var snapshot = keep(tx, write(tx, -1, now), now);
    LOG.info("read side of {} products made in {} ms", snapshot.size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    return snapshot;
  }

  private Snapshot keep(Handle tx, List<Path> all, Edition now) {
    var snapshot = Opening.open(all, now.edition(), now.seq());
    files = List.copyOf(all);
    Manifest.of(layout(), base(tx), now.edition(), now.seq(), files).keep(folder);
    return snapshot;
  }

  private List<Path> write(Handle tx, long after, Edition now) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the read side cannot be written in " + folder, e);
    }
    var name = "products-" + now.edition() + "-" + (after < 0 ? "all" : "after-" + after)
        + "-" + Long.toHexString(System.nanoTime()); // never the name of a file that is mapped still
    try (var writer = new SegmentWriter(folder, name);
        var rows = tx.createQuery("""
            select id, coalesce(source_id, id) as list_id, doc::text as doc
              from kfa.product
             where generation = 2 and edition > :after
            """)
            .bind("after", after).setFetchSize(FETCH)
            .map((rs, _) -> new Document(rs.getLong("id"), rs.getLong("list_id"), rs.getString("doc")))
            .iterator()) {
      long told = System.nanoTime();
      for (long count = 1; rows.hasNext(); count++) {
        var row = rows.next();
        var doc = Json.read(row.text());
        writer.add(row.id(), row.listId(), doc, look.show(doc));
        if (System.nanoTime() - told > TELL_NANOS) {
          LOG.info("read side: {} products written", count);
          told = System.nanoTime();
        }
      }
      return writer.finish();
    }
  }

  private record Document(long id, long listId, String text) {}
}
