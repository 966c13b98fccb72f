package id.jejak.verify.planted.ttac.client;

/** A client. */
public final class Caller {}
