package id.jejak.satusehat.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.GuessThrottle;
import id.jejak.kernel.ids.Password;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.EresepOperations;
import id.jejak.satusehat.contract.EresepOperations.Refusal;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.store.EresepStore;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** eresep's login. An unknown user costs as much as a wrong password, and guesses wait. Thread-safe. */
final class EresepLogin {
  private static final int LONGEST = 200;
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 20;

  private final Db db;
  private final EresepStore store;
  private final EresepTokens tokens;
  private final Drafts drafts;
  private final InstantSource clock;
  private final Password nobody;
  /** Each password takes 19 MiB and a core. */
  private final Semaphore turn = new Semaphore(AT_ONCE, true);
  private volatile GuessThrottle throttle = new GuessThrottle();

  EresepLogin(Db db, EresepStore store, EresepTokens tokens, Drafts drafts, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.tokens = tokens;
    this.drafts = drafts;
    this.clock = clock;
    this.nobody = Password.nobodys();
  }

  Response login(Request request) {
    JsonNode body;
    try {
      body = Json.read(request.body().bytes(Limits.LOGIN_BYTES));
    } catch (Json.Unreadable e) {
      return Refusal.BAD_REQUEST.response();
    }
    var user = Documents.text(body.path("user"));
    var password = Documents.text(body.path("password"));
    if (user.isBlank() || password.isEmpty() || user.length() > LONGEST || password.length() > Password.LONGEST
        || user.indexOf('\0') >= 0) {
      return Refusal.BAD_REQUEST.response();
    }
    hold(user, request.peer());
    var kept = db.read(handle -> store.password(handle, user));
    if (!inTurn(kept.orElse(nobody), password) || kept.isEmpty()) {
      throttle.failed(user, request.peer(), System.nanoTime());
      return Refusal.WRONG_PASSWORD.response();
    }
    throttle.succeeded(user, request.peer());
    var issued = tokens.issue(user, drafts.freshId(), clock.instant());
    return Response.json(200, Json.write(out -> {
      out.writeStartObject();
      out.writeNumberProperty("status", 200);
      out.writeBooleanProperty("error", false);
      out.writeStringProperty("message", EresepOperations.LOGGED_IN);
      out.writeName("data");
      out.writeStartObject();
      out.writeStringProperty("token", issued.token());
      out.writeNumberProperty("expired", issued.expired());
      out.writeEndObject();
      out.writeEndObject();
    }));
  }

  /** Forgets all guesses, as after a reset. */
  void forget() {
    throttle = new GuessThrottle();
  }

  private void hold(String user, String peer) {
    var delay = throttle.delay(user, peer, System.nanoTime());
    long until = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left); // a virtual thread: waiting costs nothing but the guesser's time
    }
  }

  private boolean inTurn(Password kept, String text) {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("too many logins at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to judge a login", e);
    }
    try {
      return kept.open(text).isPresent();
    } finally {
      turn.release();
    }
  }
}
