package id.jejak.facility.access.http;

import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.remote.IdentityProvider;
import id.jejak.facility.access.store.OidcStore;
import id.jejak.facility.access.store.OidcStore.Attempt;
import id.jejak.facility.access.store.StaffStore;
import id.jejak.facility.access.store.StaffStore.Staff;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Tokens;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Logins at the identity provider. State, nonce and code verifier are kept here and used once; the browser brings back a
 * secret of its own, so nobody can finish a login that another browser began.
 */
final class Oidc {
  private static final String BROWSER = "jejak_oidc";
  private static final String CALLBACK = "/facility/v1/oidc/callback";

  private final Db db;
  private final OidcStore store;
  private final StaffStore staff;
  private final Login login;
  private final Options options;
  private final Optional<IdentityProvider> provider;
  private final Tokens tokens;
  private final InstantSource clock;

  Oidc(Db db, OidcStore store, StaffStore staff, Login login, Options options, Optional<IdentityProvider> provider,
      SecureRandom random, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.staff = staff;
    this.login = login;
    this.options = options;
    this.provider = provider;
    this.tokens = new Tokens(random);
    this.clock = clock;
  }

  Response begin(Request request) {
    var at = provider.orElseThrow(() -> Stop.with(Problem.NO_PROVIDER));
    var state = tokens.alphanumeric(Limits.TOKEN);
    var browser = tokens.alphanumeric(Limits.TOKEN);
    var attempt = new Attempt(tokens.alphanumeric(Limits.TOKEN), tokens.alphanumeric(Limits.TOKEN),
        Tokens.hash(browser));
    var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(attempt.verifier()));
    var there = value(at.authorize(state, attempt.nonce(), challenge));
    db.transaction(tx -> {
      store.add(tx, Tokens.hash(state), attempt, clock.instant().plus(Limits.AT_PROVIDER));
      return true;
    });
    // Lax: the browser comes back from another site, and must bring it.
    return away(there.toString()).with("Set-Cookie", BROWSER + "=" + browser + "; Path=" + CALLBACK
        + "; HttpOnly; SameSite=Lax; Max-Age=" + Limits.AT_PROVIDER.toSeconds() + (options.secure() ? "; Secure" : ""));
  }

  Response end(Request request) {
    var at = provider.orElseThrow(() -> Stop.with(Problem.NO_PROVIDER));
    var fields = Fields.query(request);
    var state = fields.optional("state", Limits.NAME);
    var code = fields.optional("code", Limits.BODY_BYTES);
    var attempt = db.transaction(tx -> store.take(tx, Tokens.hash(state), clock.instant()))
        .filter(one -> Gate.cookie(request, BROWSER)
            .filter(browser -> MessageDigest.isEqual(Tokens.hash(browser), one.browser())).isPresent())
        .filter(_ -> !code.isEmpty())
        .orElseThrow(() -> Stop.with(Problem.PROVIDER_REFUSED));
    var subject = value(at.subject(code, attempt.verifier(), attempt.nonce()));
    var home = options.provider().map(Options.Provider::home).orElse("/");
    return db.transaction(tx -> {
      var account = staff.byExternal(tx, subject).filter(Staff::active)
          .orElseThrow(() -> Stop.with(Problem.PROVIDER_REFUSED));
      return login.cookie(away(home), login.begin(tx, account, "", request), request);
    });
  }

  private static Response away(String to) {
    return new Response(302, Headers.of("Location", to), new Response.Content.Bytes(new byte[0]));
  }

  private static <T> T value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(var value, var _) -> value;
      case Answer.Refused<T> _ -> throw Stop.with(Problem.PROVIDER_REFUSED);
      case Answer.Later<T> _, Answer.Unknown<T> _ -> throw Stop.with(Problem.PROVIDER_SILENT);
    };
  }
}
