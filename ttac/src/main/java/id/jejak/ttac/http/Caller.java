package id.jejak.ttac.http;

import java.time.Instant;

/**
 * Who is asking, as a valid token says.
 *
 * @param tokenEnds when the token expires
 */
record Caller(int account, int sarana, Instant tokenEnds) {}
