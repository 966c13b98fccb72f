package id.jejak.verify.planted.facility.access.store;

/** Something that a wing keeps. */
public final class Rows {}
