package id.jejak.kfa.store.search;

import org.jdbi.v3.core.Handle;

/** Names the state of the dictionary in the tables: another database, or another load, has another name. Stateless. */
public final class Stamps {
  private Stamps() {}

  /** The state that this transaction sees. */
  public static String now(Handle handle) {
    return handle.createQuery("select base::text || ' ' || edition from kfa.edition").mapTo(String.class).one();
  }
}
