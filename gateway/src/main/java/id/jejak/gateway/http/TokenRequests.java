package id.jejak.gateway.http;

import id.jejak.gateway.contract.Limits;
import id.jejak.gateway.contract.TokenAnswer;
import id.jejak.gateway.contract.TokenRefusal;
import id.jejak.gateway.domain.ClientSecret;
import id.jejak.gateway.domain.Penalties;
import id.jejak.gateway.store.ClientStore;
import id.jejak.gateway.store.ClientStore.Client;
import id.jejak.gateway.store.TokenStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.GuessThrottle;
import id.jejak.kernel.ids.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oauth2/v1/accesstoken}. Each request that is granted makes a new token; those made before stay good until
 * their own end, since several programs of one facility share a client.
 *
 * <p>An unknown client costs the same work as a wrong secret, and gets the same words.
 */
final class TokenRequests {
  private static final String GRANT = "client_credentials";

  private final Db db;
  private final ClientStore clients;
  private final TokenStore tokens;
  private final Penalties penalties;
  private final InstantSource clock;
  private final Tokens maker;
  private volatile GuessThrottle throttle = new GuessThrottle();

  TokenRequests(Db db, ClientStore clients, TokenStore tokens, Penalties penalties, InstantSource clock,
      SecureRandom random) {
    this.db = db;
    this.clients = clients;
    this.tokens = tokens;
    this.penalties = penalties;
    this.clock = clock;
    this.maker = new Tokens(random);
  }

  /** Judges a request. The grant type comes by query, the credentials by body, as the document says. */
  Response issue(Request request) {
    var fields = Form.urlencoded(new String(request.body().bytes(Limits.BODY_BYTES), StandardCharsets.UTF_8));
    var grant = first(Form.urlencoded(request.query()), "grant_type");
    if (!grant.equals(GRANT)) {
      return (grant.isEmpty() ? TokenRefusal.GRANT_TYPE_MISSING : TokenRefusal.GRANT_TYPE_UNSUPPORTED).response();
    }
    var id = first(fields, "client_id");
    var secret = first(fields, "client_secret");
    if (id.isEmpty() || id.length() > Limits.CLIENT_ID_LENGTH || secret.length() > Limits.SECRET_LENGTH) {
      return TokenRefusal.UNACCEPTABLE.response();
    }
    if (penalties.waits(id, clock.instant())) {
      return TokenRefusal.PENALTY.response();
    }
    hold(id, request.peer());
    var client = judge(id, secret);
    if (client.isEmpty()) {
      throttle.failed(id, request.peer(), System.nanoTime());
      penalties.failed(id, clock.instant());
      return TokenRefusal.UNACCEPTABLE.response();
    }
    throttle.succeeded(id, request.peer());
    return Response.json(200, issue(client.get()).json());
  }

  /** Forgets all guesses and failures, as after a reset. */
  void forget() {
    throttle = new GuessThrottle();
    penalties.forget();
  }

  private Optional<Client> judge(String id, String secret) {
    var found = id.indexOf('\0') < 0 ? db.read(handle -> clients.byId(handle, id)) : Optional.<Client>empty();
    boolean opens = found.map(Client::secret).orElse(ClientSecret.NOBODY).opensFor(secret);
    return opens ? found : Optional.empty();
  }

  private TokenAnswer issue(Client client) {
    var token = maker.alphanumeric(Limits.TOKEN_LENGTH);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    db.transaction(tx -> {
      tokens.keep(tx, Tokens.hash(token),
          new TokenStore.Holder(client.id(), client.organization(), now.plus(Limits.TOKEN_LIFE)), now);
      return true;
    });
    return new TokenAnswer(client.email(), now, client.id(), token, client.application().toString());
  }

  private void hold(String id, String peer) {
    var delay = throttle.delay(id, peer, System.nanoTime());
    long until = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left); // a virtual thread: waiting costs nothing but the guesser's time
    }
  }

  private static String first(Map<String, List<String>> fields, String name) {
    @Nullable List<String> values = fields.get(name);
    return values == null ? "" : values.getFirst();
  }
}
