package id.jejak.verify.bench.ttac;

/**
 * Loose packs to be put into the tables.
 *
 * @param batches how many batches, each registered by one event and, if sent, sent by one
 * @param size packs of a batch
 * @param lots production lots in all
 * @param mixed true when every batch holds packs of all lots, false when each batch is of one lot
 * @param sent true when they are on their way from 284 to 123, false when they rest at 284
 */
record Stock(int batches, int size, int lots, boolean mixed, boolean sent) {
  static Stock sent(int batches, int size) {
    return new Stock(batches, size, 1, false, true);
  }

  static Stock resting(int packs) {
    return new Stock(Math.ceilDiv(packs, 1000), 1000, 1, false, false);
  }

  int packs() {
    return batches * size;
  }
}
