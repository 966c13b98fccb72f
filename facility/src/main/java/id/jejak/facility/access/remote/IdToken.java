package id.jejak.facility.access.remote;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An id token as it came, not yet believed. It is believed when it is signed with a key of the provider, by an algorithm
 * with a public key (so neither {@code none} nor a secret can stand in), for us, now, and in answer to our own question.
 */
final class IdToken {
  private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
      JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
  private static final int LONGEST = 16 * 1024;
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration OLDEST = Duration.ofMinutes(15);

  private final SignedJWT jwt;

  private IdToken(SignedJWT jwt) {
    this.jwt = jwt;
  }

  /** Reads one; empty when it is no signed token of an algorithm that we take. */
  static Optional<IdToken> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var jwt = SignedJWT.parse(text); // refuses alg none: that is no signed token
      return ALGORITHMS.contains(jwt.getHeader().getAlgorithm()) && jwt.getHeader().getCriticalParams() == null
          ? Optional.of(new IdToken(jwt)) : Optional.empty();
    } catch (ParseException | IllegalArgumentException e) { // whose words quote the token
      return Optional.empty();
    }
  }

  /** Which key it says it is signed with; empty when it does not say. */
  Optional<String> key() {
    return Optional.ofNullable(jwt.getHeader().getKeyID());
  }

  /** Whether a key of the provider signed it. The kind of key must be that of the algorithm. */
  boolean signedBy(JWK key) {
    if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)
        || key.getAlgorithm() != null && !key.getAlgorithm().equals(jwt.getHeader().getAlgorithm())) {
      return false;
    }
    try {
      JWSVerifier verifier = switch (key) {
        case RSAKey rsa -> new RSASSAVerifier(rsa);
        case ECKey ec -> new ECDSAVerifier(ec);
        default -> null;
      };
      return verifier != null && verifier.supportedJWSAlgorithms().contains(jwt.getHeader().getAlgorithm())
          && jwt.verify(verifier);
    } catch (JOSEException e) { // an unfit key signs nothing
      return false;
    }
  }

  /** The subject, when every claim is as it must be. */
  Optional<String> subject(String issuer, String client, String nonce, Instant now) {
    try {
      var claims = jwt.getJWTClaimsSet();
      return issuer.equals(claims.getIssuer()) && forUs(claims, client) && inTime(claims, now)
          && nonce.equals(claims.getStringClaim("nonce"))
          ? Optional.ofNullable(claims.getSubject()).filter(subject -> !subject.isBlank()) : Optional.empty();
    } catch (ParseException e) { // a claim of another kind than it must be
      return Optional.empty();
    }
  }

  private static boolean forUs(JWTClaimsSet claims, String client) throws ParseException {
    var party = claims.getStringClaim("azp");
    return claims.getAudience().contains(client)
        && (claims.getAudience().size() == 1 ? party == null || party.equals(client) : client.equals(party));
  }

  private static boolean inTime(JWTClaimsSet claims, Instant now) {
    var end = claims.getExpirationTime();
    var issued = claims.getIssueTime();
    return end != null && issued != null && now.minus(SKEW).isBefore(end.toInstant())
        && now.plus(SKEW).isAfter(issued.toInstant()) && now.minus(OLDEST).isBefore(issued.toInstant());
  }
}
