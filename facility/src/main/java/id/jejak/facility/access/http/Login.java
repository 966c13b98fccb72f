package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Facilities;
import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Role;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.store.StaffStore;
import id.jejak.facility.access.store.StaffStore.Staff;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.GuessThrottle;
import id.jejak.kernel.ids.Password;
import id.jejak.kernel.json.Tree;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;

/**
 * Begins and ends sessions. An unknown username costs as much time as a wrong password and gets the same words. A login
 * always makes a new token, so nobody can plant one before.
 */
final class Login {
  /** Passwords judged at a time: each takes 19 MiB. */
  private static final int AT_A_TIME = 4;

  private final Db db;
  private final StaffStore staff;
  private final Sessions sessions;
  private final Audit audit;
  private final Facilities facilities;
  private final Options options;
  private final SecureRandom random;
  private final Password nobody = new Password(new byte[16], new byte[32]); // opens for no password
  private final Semaphore judging = new Semaphore(AT_A_TIME, true);
  private volatile GuessThrottle throttle = new GuessThrottle();

  Login(Db db, StaffStore staff, Sessions sessions, Audit audit, Facilities facilities, Options options,
      SecureRandom random) {
    this.db = db;
    this.staff = staff;
    this.sessions = sessions;
    this.audit = audit;
    this.facilities = facilities;
    this.options = options;
    this.random = random;
  }

  Response login(Request request) {
    var fields = Fields.body(request);
    var username = fields.text("username", 1, Limits.USERNAME).toLowerCase(Locale.ROOT);
    var password = fields.verbatim("password", 1, Password.LONGEST);
    var wanted = fields.optional("facility", Limits.USERNAME);
    hold(throttle.delay(username, request.peer(), System.nanoTime()));
    var account = db.read(handle -> staff.byUsername(handle, username)).filter(Staff::active);
    boolean right = judged(account.map(Staff::password).orElse(nobody), password);
    if (account.isEmpty() || !right) {
      throttle.failed(username, request.peer(), System.nanoTime());
      throw Stop.with(Problem.WRONG);
    }
    throttle.succeeded(username, request.peer());
    return db.transaction(tx -> begun(tx, account.get(), wanted, request));
  }

  /** A session for somebody who has proved who they are, as the answer to their login. */
  Response begun(Handle tx, Staff account, String wanted, Request request) {
    var begun = begin(tx, account, wanted, request);
    var live = sessions.byTokenWithin(tx, begun.token()).orElseThrow(() -> Stop.with(Problem.WRONG));
    return cookie(Manners.answer(200, "token", begun.token(), "csrf", Gate.csrf(begun.token()), "ends_at",
        begun.end().toString(), "staff", shown(live)), begun, request);
  }

  /** Begins a session at the facility that was asked for, or the first; ends the one that was sent along. */
  Sessions.Begun begin(Handle tx, Staff account, String wanted, Request request) {
    var facility = staff.facilitiesOf(tx, account.id()).stream()
        .filter(one -> wanted.isEmpty() || one.equals(wanted)).findFirst()
        .orElseThrow(() -> Stop.with(Problem.WRONG));
    Gate.token(request).ifPresent(old -> sessions.end(tx, old));
    var begun = sessions.begin(tx, account.id(), facility);
    audit.note(tx, new Why(new Actor(account.id(), account.name(), Set.<Role>of(), facility, false),
        AccessOperations.LOGIN.id(), Purpose.OPERATION), Audit.Deed.WRITE, Audit.NO_PATIENT);
    return begun;
  }

  Response logout(Gate.Known known, Request request) {
    db.transaction(tx -> {
      sessions.end(tx, known.token());
      audit.note(tx, new Why(known.actor(), AccessOperations.LOGOUT.id(), Purpose.OPERATION), Audit.Deed.WRITE,
          Audit.NO_PATIENT);
      return true;
    });
    var secure = secure(request);
    return Manners.answer(200, "ended", true).with("Set-Cookie", cookieText("", Duration.ZERO, secure));
  }

  /** Goes on at another facility of the same account, under another token; the session here ends. */
  Response move(Gate.Known known, Request request) {
    var facility = Fields.body(request).text("facility", 1, Limits.USERNAME);
    return db.transaction(tx -> {
      var account = staff.byUsername(tx, known.live().username()).filter(Staff::active)
          .filter(one -> staff.facilitiesOf(tx, one.id()).contains(facility))
          .orElseThrow(() -> Stop.with(Problem.NOT_FOUND, "facility"));
      return begun(tx, account, facility, request);
    });
  }

  Response me(Gate.Known known) {
    var places = db.read(handle -> staff.facilitiesOf(handle, known.actor().staff())).stream()
        .flatMap(id -> facilities.byId(id).stream())
        .map(one -> Tree.of("id", one.id(), "name", one.name(), "kind", one.kind().name().toLowerCase(Locale.ROOT)))
        .toList();
    return Manners.answer(200, "staff", shown(known.live()), "ends_at", known.live().end().toString(), "permissions",
        Arrays.stream(Permission.values()).filter(known.actor()::may)
            .map(one -> one.name().toLowerCase(Locale.ROOT)).toList(),
        "facilities", places, "csrf", Gate.csrf(known.token()));
  }

  Response change(Gate.Known known, Request request) {
    var fields = Fields.body(request);
    var old = fields.verbatim("old", 1, Password.LONGEST);
    var fresh = fields.verbatim("new", Limits.PASSWORD_LEAST, Password.LONGEST);
    var username = known.live().username();
    hold(throttle.delay(username, request.peer(), System.nanoTime()));
    var account = db.read(handle -> staff.byUsername(handle, username)).orElseThrow();
    if (!judged(account.password(), old)) {
      throttle.failed(username, request.peer(), System.nanoTime());
      throw Stop.with(Problem.WRONG);
    }
    var hashed = Password.of(fresh, random);
    return db.transaction(tx -> {
      staff.change(tx, new Staff(account.id(), account.username(), account.name(), hashed, account.active(),
          account.external(), account.practitioner()));
      sessions.endAll(tx, account.id());
      audit.note(tx, new Why(known.actor(), AccessOperations.PASSWORD.id(), Purpose.OPERATION), Audit.Deed.WRITE,
          Audit.NO_PATIENT);
      return Manners.answer(200, "changed", true);
    });
  }

  /** Forgets all guesses, as after a reset. */
  void forget() {
    throttle = new GuessThrottle();
  }

  /** The answer with the session's cookie, which no script can read and no other site sends. */
  Response cookie(Response answer, Sessions.Begun begun, Request request) {
    return answer.with("Set-Cookie",
        cookieText(begun.token(), options.life().whole(), secure(request)));
  }

  private boolean secure(Request request) {
    return options.secure() || request.header("X-Forwarded-Proto").filter("https"::equals).isPresent();
  }

  private static String cookieText(String token, Duration life, boolean secure) {
    return (secure ? Gate.HOST_COOKIE : Gate.COOKIE) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + life.toSeconds() + (secure ? "; Secure" : "");
  }

  static Map<String, Object> shown(Sessions.Live live) {
    var actor = live.actor();
    return Tree.of("id", Long.toString(actor.staff()), "username", live.username(), "name", actor.name(), "roles",
        actor.roles().stream().sorted().map(Role::word).toList(), "glass", actor.glass(), "facility", actor.facility());
  }

  private boolean judged(Password kept, String given) {
    judging.acquireUninterruptibly();
    try {
      return kept.open(given).isPresent();
    } finally {
      judging.release();
    }
  }

  static void hold(Duration delay) {
    long until = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left); // a virtual thread: waiting costs nothing but the guesser's time
    }
  }
}
