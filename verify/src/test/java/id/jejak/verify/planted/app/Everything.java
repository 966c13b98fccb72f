package id.jejak.verify.planted.app;

/** The wiring. */
public final class Everything {}
