package id.jejak.verify.planted.facility.access.http;

/** Something that a wing serves. */
public final class Served {}
