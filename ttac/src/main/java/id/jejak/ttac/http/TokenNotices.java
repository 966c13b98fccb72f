package id.jejak.ttac.http;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.mail.Mailer;
import id.jejak.kernel.time.Jobs;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.store.AccountStore;
import id.jejak.ttac.store.AccountStore.Ending;
import id.jejak.ttac.store.AnswerStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The letter three days before a token ends (section II of the document), and the forgetting of what has long ended.
 *
 * <p>Each letter is handed over inside the transaction that marks its token as told of. So a letter that is not taken
 * leaves its token unmarked for the next turn, nodes that take turns at the same time never write about the same
 * token, and a node that dies between the two sends the letter once more: at least once, mostly once.
 *
 * <p>The account's newest token only: whoever has logged in since has the next one. Without a mail server nothing is
 * marked, so the letters go out once there is one. Thread-safe.
 */
public final class TokenNotices {
  /** Whether letters about tokens that end soon are sent. */
  public static final Key<Boolean> LETTERS = Key.flag("ttac.notice", true,
      "letter to an account's e-mail three days before its token ends (needs mail.smtp.host)");
  /** How often to look. */
  static final Duration EVERY = Duration.ofHours(1);
  /** Letters of one turn; the rest goes with the next. */
  static final int LETTERS_PER_TURN = 200;
  /** Ended tokens are kept this long, then forgotten. */
  static final Duration ENDED_KEPT = Duration.ofDays(30);
  private static final Logger LOG = LoggerFactory.getLogger(TokenNotices.class);

  private final Db db;
  private final AccountStore accounts;
  private final AnswerStore answers;
  private final Mailer mailer;
  private final InstantSource clock;
  private final boolean letters;

  TokenNotices(Db db, AccountStore accounts, AnswerStore answers, Mailer mailer, InstantSource clock,
      boolean letters) {
    this.db = db;
    this.accounts = accounts;
    this.answers = answers;
    this.mailer = mailer;
    this.clock = clock;
    this.letters = letters;
  }

  void start(Jobs jobs) {
    jobs.every(EVERY, "ttac.tokens", this::turn);
  }

  /** Writes what is due and forgets what is old. */
  void turn() {
    if (letters && mailer.configured()) {
      write();
    }
    var now = clock.instant();
    db.transaction(tx -> accounts.forgetEnded(tx, now.minus(ENDED_KEPT)));
    db.transaction(tx -> answers.forget(tx, now.minus(Limits.IDEMPOTENCY_LIFE)));
  }

  private void write() {
    var failed = new ArrayList<byte[]>();
    for (int i = 0; i < LETTERS_PER_TURN; i++) {
      try {
        if (db.transaction(tx -> {
          var now = clock.instant();
          var ending = accounts.takeEnding(tx, now, now.plus(Limits.TOKEN_NOTICE), failed);
          ending.ifPresent(this::send);
          return ending;
        }).isEmpty()) {
          return;
        }
      } catch (NotTaken e) {
        LOG.warn("a letter about a token that ends soon will be tried again in an hour: {}", e.getMessage());
        if (!e.thisLetterOnly) {
          return;
        }
        failed.add(e.token);
      }
    }
  }

  /** The letter that was not taken; thrown to roll back. */
  private static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final byte[] token;
    private final boolean thisLetterOnly;

    NotTaken(byte[] token, Mailer.Undelivered why) {
      super(why.getMessage(), why);
      this.token = token;
      this.thisLetterOnly = why.thisLetterOnly();
    }
  }

  private void send(Ending ending) {
    try {
      mailer.send(letter(ending));
    } catch (Mailer.Undelivered e) {
      throw new NotTaken(ending.hash(), e);
    }
  }

  private static Mailer.Letter letter(Ending ending) {
    var when = WibText.dateTime(ending.expiresAt()) + " WIB";
    return new Mailer.Letter(ending.email(), "Token TTAC berakhir pada " + when, """
        Yth. %s,

        Token TTAC untuk akun Anda berakhir pada %s.
        Sesudah waktu itu setiap permintaan dengan token tersebut ditolak (E003).

        Lakukan login ulang (auth/login) sebelum waktu itu untuk memperoleh token baru,
        lalu gunakan token baru tersebut di semua aplikasi yang memakai akun ini.
        Token lama tetap berlaku sampai waktu di atas.

        --
        Your TTAC token ends on %s (UTC+7). Log in again before then to get a new one.
        """.formatted(ending.name(), when, when));
  }
}
