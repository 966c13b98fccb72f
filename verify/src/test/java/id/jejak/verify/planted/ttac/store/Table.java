package id.jejak.verify.planted.ttac.store;

/** A memory. */
public final class Table {}
