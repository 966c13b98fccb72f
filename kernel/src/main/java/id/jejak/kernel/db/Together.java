package id.jejak.kernel.db;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls that come at the same time go to the database in one statement. A look-up of one row is mostly the way there and back,
 * and under load many wait for the same way: whoever finds it busy is taken along by the next that goes. A call that comes
 * alone waits for nobody.
 *
 * <p>What is asked together is asked after each of its calls began, so nobody is told what was so before. When the statement
 * fails, each call of it is made again alone, and fails, or not, for itself. Thread-safe.
 *
 * @param <K> what is asked; need not be distinct
 * @param <V> the answer to one
 */
public final class Together<K, V> {
  /** Statements under way: enough that each processor has one while others are on their way; more would only be smaller. */
  static final int UNDER_WAY = 2 * Runtime.getRuntime().availableProcessors();

  /** Calls of one statement. */
  private static final int MOST = 32;

  private final Function<List<K>, List<V>> statement;
  private final ArrayDeque<Call<K, V>> waiting = new ArrayDeque<>();
  private int underWay;

  /** One that asks: it waits for its answer, or for its turn to go for itself and others. */
  private static final class Call<K, V> {
    final K key;
    /** Those that it goes for, itself among them; none when another went for it. */
    final CompletableFuture<List<Call<K, V>>> turn = new CompletableFuture<>();
    @Nullable V answer;
    Db.@Nullable Busy busy;

    Call(K key) {
      this.key = key;
    }
  }

  /**
   * Calls of a statement.
   *
   * @param statement answers each, in the order of the questions; it is run again when it failed, so it must have changed
   *     nothing then
   */
  public Together(Function<List<K>, List<V>> statement) {
    this.statement = statement;
  }

  /** Asks, alone or with others. */
  public V ask(K key) {
    var call = new Call<K, V>(key);
    var batch = begin(call);
    if (batch.isEmpty()) {
      batch = call.turn.join();
    }
    if (!batch.isEmpty()) {
      go(batch);
    }
    if (call.busy != null) {
      throw call.busy;
    }
    var answer = call.answer;
    return answer == null ? statement.apply(List.of(key)).getFirst() : answer;
  }

  private synchronized List<Call<K, V>> begin(Call<K, V> call) {
    if (underWay == UNDER_WAY) {
      waiting.add(call);
      return List.of();
    }
    underWay++;
    return List.of(call);
  }

  /** How many wait to be taken along. */
  synchronized int waiting() {
    return waiting.size();
  }

  private void go(List<Call<K, V>> batch) {
    try {
      var answers = statement.apply(batch.stream().map(call -> call.key).toList());
      if (answers.size() != batch.size()) {
        throw new IllegalStateException(batch.size() + " questions and " + answers.size() + " answers");
      }
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer = answers.get(i);
      }
    } catch (Db.Busy e) { // asking again would only make it worse
      batch.forEach(call -> call.busy = e);
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        throw e;
      } // else it may be the fault of one of them, so each asks alone
    } finally {
      next();
      batch.forEach(call -> call.turn.complete(List.of()));
    }
  }

  /** Whoever waits longest goes next, and takes along those behind. */
  private synchronized void next() {
    var first = waiting.peek();
    if (first == null) {
      underWay--;
      return;
    }
    var batch = new ArrayList<Call<K, V>>();
    while (batch.size() < MOST && !waiting.isEmpty()) {
      batch.add(waiting.poll());
    }
    first.turn.complete(batch);
  }
}
