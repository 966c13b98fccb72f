package id.jejak.verify.planted.ttac.store;

import id.jejak.verify.planted.ttac.contract.Word;

/** A memory with the words of the wire. */
final class StoresTheWire {
  Word word = new Word("x");
}
