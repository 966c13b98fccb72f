package id.jejak.verify.planted.ttac.contract;

/** A fact that nobody told. */
public record Rumour(String text) {}
