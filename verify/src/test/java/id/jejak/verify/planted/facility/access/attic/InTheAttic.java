package id.jejak.verify.planted.facility.access.attic;

/** Breaks: a wing has its rooms. */
final class InTheAttic {}
