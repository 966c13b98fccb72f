package id.jejak.kfa.http.names;

import id.jejak.kernel.db.Db;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.store.search.NameSearch;
import id.jejak.kfa.store.search.Stamps;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search over the dictionary as it is: opened when it is first needed, made anew when the dictionary changed. A
 * small dictionary, such as the sandbox's, is made anew at once; of a large one the last state is searched until the
 * next is ready. Thread-safe.
 */
public final class Names {
  private static final Logger LOG = LoggerFactory.getLogger(Names.class);
  /** Entries up to which a request waits for the index: it takes a fraction of a second. */
  private static final int SMALL = 2_000;

  private final Db db;
  private final Dictionary dictionary;
  private final Path folder;
  private volatile @Nullable NameSearch search;
  private volatile long seq = -1;

  /**
   * Names of a dictionary.
   *
   * @param folder for the index; made when first needed
   */
  public Names(Db db, Dictionary dictionary, Path folder) {
    this.db = db;
    this.dictionary = dictionary;
    this.folder = folder;
  }

  /** The search; the first call opens or makes the index, which may take a while with a large dictionary. */
  public NameSearch search() {
    var there = search;
    if (there == null) {
      return open();
    }
    if (dictionary.seq() != seq && there.size() <= SMALL) {
      refresh();
    }
    return there;
  }

  private synchronized NameSearch open() {
    var there = search;
    if (there == null) {
      long now = dictionary.seq();
      there = NameSearch.open(folder, db.read(Stamps::now), dictionary::each);
      search = there;
      seq = now;
    }
    return there;
  }

  /** Makes the index anew when it is next asked, if it ever was: the rows under it were put back. */
  public synchronized void forget() {
    if (search != null) {
      refresh();
    }
  }

  /** Brings the index to the dictionary as it is now, or opens it; for a job, so that no request has to wait. */
  public synchronized void refresh() {
    var there = search;
    if (there == null) {
      open();
      return;
    }
    long now = dictionary.seq();
    var stamp = db.read(Stamps::now);
    if (!stamp.equals(there.stamp())) {
      LOG.info("the dictionary changed: its names are indexed anew");
      there.refresh(stamp, dictionary::each);
    }
    seq = now;
  }
}
