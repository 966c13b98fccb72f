package id.jejak.gateway.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * Whom an access token stands for.
 *
 * @param client id of the client, as it was given out
 * @param organization number of the organization that the client belongs to, such as {@code 10000005}
 */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API, section 3: a token is given to a client id; the organization is who"
    + " applied for it", seen = "2026-11")
public record Caller(String client, String organization) {}
