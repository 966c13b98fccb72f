package id.jejak.kfa.store.read;

/**
 * A window of a list.
 *
 * @param total rows of the whole list
 * @param places of the window's rows in the snapshot
 */
public record Page(int total, int[] places) {}
