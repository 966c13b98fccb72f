package id.jejak.antrean.client;

/** A write that was done, in the other side's words. */
public record Acknowledged(String message) {}
