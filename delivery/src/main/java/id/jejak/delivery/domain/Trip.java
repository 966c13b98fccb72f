package id.jejak.delivery.domain;

import id.jejak.delivery.Carried;

/**
 * How it went to carry a parcel once: perhaps looked for, perhaps sent.
 *
 * @param looked it was looked for
 * @param sent it was sent
 * @param doubtful it may be there although nobody said so
 * @param broke the carrier threw, which it should not
 */
public record Trip(Carried end, boolean looked, boolean sent, boolean doubtful, boolean broke) {}
