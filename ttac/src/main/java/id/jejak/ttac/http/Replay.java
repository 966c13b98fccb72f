package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.store.AnswerStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The optional {@code Idempotency-Key} header: a write that succeeded under a key is not done again, its first
 * answer is given again. The answer is kept in the write's own transaction, so there is no moment in which one is
 * there without the other. A refused write keeps nothing: it changed nothing, and is judged anew.
 *
 * <p>Ours; the document has no such thing. Without the header nothing changes.
 */
final class Replay {
  private final AnswerStore answers;
  private final InstantSource clock;

  Replay(AnswerStore answers, InstantSource clock) {
    this.answers = answers;
    this.clock = clock;
  }

  /** Does a write, once. */
  byte[] once(Db db, Caller caller, Params params, Request request, Function<Handle, byte[]> write) {
    return endingOnce(db, caller, params, request, tx -> new Db.Ending<>(List.of(), write.apply(tx)));
  }

  /** The same for a write whose last statement may go to PostgreSQL together with the commit. */
  byte[] endingOnce(Db db, Caller caller, Params params, Request request, Function<Handle, Db.Ending<byte[]>> write) {
    var key = request.header("Idempotency-Key").map(String::strip).filter(text -> !text.isEmpty());
    if (key.isEmpty()) {
      return db.ending(write);
    }
    if (key.get().length() > Limits.IDEMPOTENCY_KEY || key.get().chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw Stop.parameter(Sentence.characters("idempotency_key", 1, Limits.IDEMPOTENCY_KEY));
    }
    var digest = digest(request, params.asked());
    return db.transaction(tx -> {
      if (answers.begin(tx, caller.sarana(), key.get(), digest, clock.instant())) {
        var answer = write.apply(tx).now();
        answers.keep(tx, caller.sarana(), key.get(), answer);
        return answer;
      }
      return answers.first(tx, caller.sarana(), key.get(), digest)
          .orElseThrow(() -> Stop.parameter(Sentence.taken("idempotency_key")));
    });
  }

  private static byte[] digest(Request request, byte[] asked) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update((request.path() + "\n").getBytes(StandardCharsets.UTF_8));
      return sha.digest(asked);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
