package id.jejak.facility.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the installation, for wings that keep people's texts in tables of their own: sealed, so that the database
 * alone tells nothing, and found by hashes. Whoever uses it says what is kept ({@link #keeps}), so that keys are
 * rotated and destroyed for all alike. Nodes on one database share the keys. Thread-safe.
 */
public interface Vault {
  /** The kind of a national identity number, hashed as {@link Identifier.Nik} is. */
  String NIK = "nik";
  /** The kind of the number of a card, hashed as {@link Identifier.Card} is. */
  String CARD = "card";

  /**
   * A text as it is kept. Prints nothing of it.
   *
   * @param key number of the key that sealed it
   */
  record Sealed(long key, byte[] bytes) {
    @Override
    public String toString() {
      return "Sealed[***]";
    }
  }

  /** Rows that hold sealed texts and hashes. Each is asked by whoever rotates and destroys keys. */
  interface Kept {
    /** How many rows are sealed under each key, by its number. */
    Map<Long, Long> byKey(Handle handle);

    /** How many rows are found under one of these keys of the index. */
    long indexedBy(Handle handle, Collection<Long> indexKeys);

    /**
     * Seals some rows anew under the key that seals now, and hashes them anew under the active key of the index; rows
     * that somebody works on are left for the next time.
     *
     * @param keys under which nothing is to be sealed any more
     * @param indexKeys the same of the index
     * @param most rows at a time
     * @return how many; fewer than {@code most} when no others are left
     */
    int rewrap(Handle tx, Collection<Long> keys, Collection<Long> indexKeys, int most);
  }

  /**
   * Seals a text.
   *
   * @param place where it is kept, such as {@code queue patient 17}: it opens for no other, so rows cannot be exchanged
   */
  Sealed seal(String text, String place);

  /**
   * Opens what was sealed for the same place.
   *
   * @throws IllegalStateException when it was sealed under other keys or for another place, or was changed; says nothing
   *     of the text
   */
  String open(byte[] sealed, String place);

  /** The number of the key that seals now. */
  long primary();

  /** The number of the key of the index under which hashes are written now. */
  long active();

  /**
   * Whether the index has one key only. While it has more, the database alone does not see that two hashes are of one
   * text.
   */
  boolean single();

  /**
   * What stands for a text under one key of the index.
   *
   * @param kind keeps equal texts of different meaning apart: {@link #NIK}, {@link #CARD}
   * @throws IllegalStateException when there is no such key any more
   */
  byte[] hash(String kind, String text, long indexKey);

  /** What may stand for a text, under each key of the index, the oldest first. */
  List<byte[]> hashes(String kind, String text);

  /** What stands for a text under a key; nothing for an empty one, which nobody is found by. */
  default byte @Nullable [] hashOrNone(String kind, String text, long indexKey) {
    return text.isEmpty() ? null : hash(kind, text, indexKey);
  }

  /** What may stand for a text under each key; nothing for an empty one. */
  default List<byte[]> hashesOrNone(String kind, String text) {
    return text.isEmpty() ? List.of() : hashes(kind, text);
  }

  /** From now on keys are rotated for these rows too, and none is destroyed while one of them needs it. */
  void keeps(Kept kept);
}
