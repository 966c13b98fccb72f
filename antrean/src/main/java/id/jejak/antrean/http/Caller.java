package id.jejak.antrean.http;

import id.jejak.antrean.contract.crypto.AnswerCipher;

/**
 * Who asks.
 *
 * @param hospital its code, {@code kode_ppk}
 * @param cipher for the answer to this request
 * @param later whether it asks under the later address, whose answers look as those of the live system
 */
record Caller(String hospital, String hospitalName, AnswerCipher cipher, boolean later) {}
