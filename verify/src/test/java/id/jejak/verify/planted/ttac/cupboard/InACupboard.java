package id.jejak.verify.planted.ttac.cupboard;

/** A sixth room. */
final class InACupboard {}
