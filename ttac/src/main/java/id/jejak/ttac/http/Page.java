package id.jejak.ttac.http;

import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;

/** Which window of a list is asked for. */
record Page(long offset, int limit) {
  /**
   * Reads {@code offset} and {@code limit}.
   *
   * @param fallback rows when the caller does not say
   */
  static Page of(Params params, int fallback) {
    long offset = params.integerOrEmpty("offset").orElse(0);
    if (offset < 0) {
      throw Stop.parameter(Sentence.atLeast("offset", 0));
    }
    long limit = params.integerOrEmpty("limit").orElse(fallback);
    if (limit < 1) {
      throw Stop.parameter(Sentence.atLeast("limit", 1));
    }
    if (limit > Limits.LIST_MOST) {
      throw Stop.parameter(Sentence.between("limit", 1, Limits.LIST_MOST));
    }
    return new Page(Math.min(offset, Long.MAX_VALUE / 2), (int) limit);
  }
}
