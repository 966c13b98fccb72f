package id.jejak.verify.planted.ttac.domain;

/** A rule. */
public final class Decision {}
