package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.ids.Password;
import id.jejak.kernel.ids.Tokens;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.WibText;
import id.jejak.kernel.ids.GuessThrottle;
import id.jejak.ttac.store.AccountStore;
import id.jejak.ttac.store.AccountStore.Account;
import id.jejak.ttac.store.SaranaStore;
import id.jejak.ttac.store.SaranaStore.Sarana;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.JsonGenerator;

/**
 * {@code auth/login}. Hands out the current token while it lives longer than its notice, else a new one; the old one
 * stays good until its own date, because an ERP and a scanner share one account.
 *
 * <p>An unknown e-mail costs as much time as a wrong password, and gets the same words.
 */
final class Login {
  private final Db db;
  private final AccountStore accounts;
  private final SaranaStore saranas;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Tokens tokens;
  private final Password nobody;
  private volatile GuessThrottle throttle = new GuessThrottle();
  private final LoginQueue queue = new LoginQueue();

  Login(Db db, AccountStore accounts, SaranaStore saranas, InstantSource clock, SecureRandom random) {
    this.db = db;
    this.accounts = accounts;
    this.saranas = saranas;
    this.clock = clock;
    this.random = random;
    this.tokens = new Tokens(random);
    this.nobody = Password.nobodys();
  }

  /** Judges a login. An unreadable request is E999, since the document declares no E990 here. */
  byte[] login(Params params, Request request) {
    var email = credential(params, "email", Limits.TEXT_LENGTH).toLowerCase(Locale.ROOT);
    var password = credential(params, "password", Password.LONGEST);
    hold(email, request.peer());
    var account = db.read(handle -> accounts.byEmail(handle, email)).filter(Account::active);
    var key = queue.judge(request.peer(), () -> account.map(Account::password).orElse(nobody).open(password));
    if (account.isEmpty() || key.isEmpty()) {
      throttle.failed(email, request.peer(), System.nanoTime());
      throw Stop.with(Code.E001);
    }
    throttle.succeeded(email, request.peer());
    return db.transaction(tx -> {
      var token = token(tx, account.get(), key.get());
      var sarana = saranas.byId(tx, account.get().sarana()).orElseThrow();
      return Envelope.of(Code.E000).json(out -> write(out, account.get(), sarana, token));
    });
  }

  /** Forgets all guesses, as after a reset. */
  void forget() {
    throttle = new GuessThrottle();
  }

  /** Missing, blank or no text: the document knows no other refusal for login than E001. */
  private static String credential(Params params, String name, int longest) {
    try {
      return params.text(name, longest);
    } catch (Stop incomplete) {
      throw Stop.with(Code.E001);
    }
  }

  private void hold(String email, String peer) {
    var delay = throttle.delay(email, peer, System.nanoTime());
    long until = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left); // a virtual thread: waiting costs nothing but the guesser's time
    }
  }

  private String token(Handle tx, Account account, Password.BoxKey key) {
    accounts.lock(tx, account.id());
    var now = clock.instant();
    var current = accounts.tokenBeyond(tx, account.id(), now.plus(Limits.TOKEN_NOTICE));
    if (current.isPresent()) {
      return key.unseal(current.get().box());
    }
    var token = tokens.alphanumeric(Limits.TOKEN_LENGTH);
    accounts.keep(tx, Tokens.hash(token), account, key.seal(token, random), now, now.plus(Limits.TOKEN_LIFE));
    return token;
  }

  private static void write(JsonGenerator out, Account account, Sarana sarana, String token) {
    out.writeStartObject();
    out.writeStringProperty("role", "petugas");
    out.writeName("user");
    out.writeStartObject();
    out.writeNumberProperty("id", account.id());
    out.writeNumberProperty("id_rekanan", account.sarana());
    out.writeStringProperty("name", account.name());
    out.writeStringProperty("phone", account.phone().orElse(null));
    out.writeStringProperty("email", account.email());
    out.writeStringProperty("token", token);
    out.writeNullProperty("remember_token");
    out.writeStringProperty("created_at", WibText.dateTime(account.createdAt()));
    out.writeStringProperty("updated_at", WibText.dateTime(account.createdAt()));
    out.writeNumberProperty("deleted", 0);
    out.writeNumberProperty("status", 1);
    out.writeNumberProperty("verified", 1);
    out.writeNumberProperty("master", 1);
    out.writeNumberProperty("subaccount", 0);
    out.writeName("sarana");
    writeSarana(out, sarana);
    out.writeEndObject();
    out.writeName("sarana");
    writeSarana(out, sarana);
    out.writeEndObject();
  }

  private static void writeSarana(JsonGenerator out, Sarana sarana) {
    out.writeStartObject();
    out.writeNumberProperty("id", sarana.id());
    out.writeNumberProperty("id_group", sarana.group());
    out.writeStringProperty("nama_rekanan", sarana.name());
    out.writeStringProperty("alamat_rekanan", sarana.address());
    out.writeStringProperty("no_telp", sarana.phone());
    out.writeStringProperty("fax", sarana.fax());
    out.writeStringProperty("provinsi", sarana.province());
    out.writeStringProperty("kota", sarana.city());
    out.writeStringProperty("latitude", sarana.latitude());
    out.writeStringProperty("longitude", sarana.longitude());
    out.writeNumberProperty("status", sarana.active() ? 1 : 0);
    out.writeNullProperty("logo_rekanan");
    out.writeStringProperty("created_at", WibText.dateTime(sarana.createdAt()));
    out.writeStringProperty("updated_at", WibText.dateTime(sarana.createdAt()));
    out.writeNumberProperty("deleted", 0);
    out.writeNullProperty("file_dokumen");
    out.writeNullProperty("badan_usaha");
    out.writeStringProperty("npwp", sarana.npwp());
    out.writeEndObject();
  }
}
