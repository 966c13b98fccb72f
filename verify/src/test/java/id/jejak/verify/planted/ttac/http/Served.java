package id.jejak.verify.planted.ttac.http;

/** Something served. */
public final class Served {}
