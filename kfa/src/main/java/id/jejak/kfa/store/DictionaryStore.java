package id.jejak.kfa.store;

import id.jejak.kernel.db.CopyIn;
import java.time.Instant;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into the dictionary, set by set: copied into tables of the transaction, compared with what is known by
 * identity and digest, and kept with a note of every change. Everything in one transaction, so that a process that is
 * killed leaves the previous dictionary whole. Memory does not grow with the rows. Stateless, thread-safe.
 */
public final class DictionaryStore {
  /** Memory of one sort or hash of a load. */
  private static final String MEMORY = "set local work_mem = '64MB'";
  /** These are no look-ups: whole tables meet, and each statement is planned for what is in them. */
  private static final String WHOLE_TABLES = "set local plan_cache_mode = auto; set local enable_seqscan = on";

  /** Which dictionary there is: its edition, the edition at which it was emptied last, its last change. */
  public record Edition(long edition, long cleared, long seq) {}

  /**
   * Loads rows of any kinds in any order; of several rows for the same thing the last one counts.
   *
   * @param tx a transaction; the rows are there for others when it is committed
   * @param at when this happened, as the feed of changes says it
   */
  public Loaded load(Handle tx, Iterator<Row> rows, Instant at) {
    var run = LoadRun.begin(tx, at);
    tx.execute(MEMORY);
    tx.execute(WHOLE_TABLES);
    var fed = feed(tx, rows);
    var loaded = new Loaded(fed.rows, 0, 0, 0, 0, 0, 0, fed.skipped, 0);
    if (fed.products) {
      loaded = loaded.plus(ProductLoad.settle(run));
    }
    if (fed.others) {
      loaded = loaded.plus(OtherLoads.settle(run));
    }
    run.end(loaded.differs());
    tx.execute("drop table if exists incoming_product, match_product, fresh_product, told_template, incoming_other,"
        + " match_other");
    return loaded.plus(new Loaded(0, 0, 0, 0, 0, 0, 0, 0, run.seq));
  }

  private record Fed(long rows, long skipped, boolean products, boolean others) {}

  private static Fed feed(Handle tx, Iterator<Row> rows) {
    long count = 0;
    long skipped = 0;
    boolean products = false;
    boolean others = false;
    @Nullable CopyIn copy = null;
    boolean ofProducts = false;
    try {
      while (rows.hasNext()) {
        var row = rows.next();
        boolean product = row.kind() == Row.Kind.PRODUCT_V2 || row.kind() == Row.Kind.ALKES_V3;
        if (copy == null || product != ofProducts) {
          if (copy != null) {
            copy.finish();
          }
          copy = product ? ProductLoad.open(tx) : OtherLoads.open(tx);
          ofProducts = product;
        }
        products |= product;
        others |= !product;
        boolean taken = product ? ProductLoad.add(copy, ++count, row.kind(), row.document())
            : OtherLoads.add(copy, ++count, row.kind(), row.document());
        skipped += taken ? 0 : 1;
      }
      if (copy != null) {
        copy.finish();
      }
    } finally {
      if (copy != null) {
        copy.close();
      }
    }
    return new Fed(count, skipped, products, others);
  }

  /** Which dictionary there is now. */
  public Edition edition(Handle handle) {
    return handle.createQuery("select edition, cleared, seq from kfa.edition")
        .map((rs, _) -> new Edition(rs.getLong("edition"), rs.getLong("cleared"), rs.getLong("seq")))
        .one();
  }

  /** True when nothing was ever loaded, or everything was thrown away. */
  public boolean empty(Handle handle) {
    return handle.createQuery("""
            select not exists (select from kfa.product) and not exists (select from kfa.template)
               and not exists (select from kfa.price) and not exists (select from kfa.atc)
               and not exists (select from kfa.tag)
            """)
        .mapTo(boolean.class).one();
  }

  /** True when nothing was loaded since an edition, and no run was begun. */
  public boolean untouched(Handle handle, long edition) {
    return handle.createQuery("""
            select edition = :edition and not exists (select from kfa.import_run)
              from kfa.edition
            """)
        .bind("edition", edition).mapTo(boolean.class).one();
  }

  /** Throws everything away; editions and changes go on counting, so that no copy takes the next one for this one. */
  public void clear(Handle tx) {
    tx.execute("select edition from kfa.edition for update");
    tx.execute("truncate kfa.product, kfa.template, kfa.price, kfa.atc, kfa.tag, kfa.change, kfa.import_run");
    tx.execute("alter sequence kfa.product_id restart");
    tx.execute("update kfa.edition set edition = edition + 1, cleared = edition + 1");
  }
}
