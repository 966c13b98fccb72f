package id.jejak.verify.planted.delivery.store;

/** Planted: a row that rules should not know. */
public final class Row {}
