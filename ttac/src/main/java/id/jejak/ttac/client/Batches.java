package id.jejak.ttac.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A long list of barcodes, cut into calls, and what became of each. The calls are made in order; the first that must
 * wait or is not known stops the row, so that nothing overtakes it, and the rest is not sent. A refused one changed
 * nothing and stops nobody.
 *
 * <p>Not thread-safe.
 */
public final class Batches {
  /**
   * One call's barcodes, and its latest answer.
   *
   * @param answer empty when it was not sent
   */
  public record Batch(List<String> barcodes, Optional<Answer<Acknowledged>> answer) {
    /** True when nothing is left to do: done, or refused for good. */
    public boolean ended() {
      return answer.map(given -> given instanceof Done || given instanceof Refused).orElse(false);
    }
  }

  private record Piece(List<String> barcodes, Write write) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Batch> batches = new ArrayList<>();

  private Batches() {}

  /** Cuts a list and makes the calls. */
  static Batches run(List<String> barcodes, int size, Function<List<String>, Write> write) {
    var made = new Batches();
    for (int from = 0; from < barcodes.size(); from += size) {
      var piece = List.copyOf(barcodes.subList(from, Math.min(from + size, barcodes.size())));
      made.pieces.add(new Piece(piece, write.apply(piece)));
      made.batches.add(new Batch(piece, Optional.empty()));
    }
    return made.resume();
  }

  /** Each call, in order. */
  public List<Batch> all() {
    return List.copyOf(batches);
  }

  /** True when every barcode was done. */
  public boolean done() {
    return batches.stream().allMatch(batch -> batch.answer().isPresent() && batch.answer().get() instanceof Done);
  }

  /** True when every call was done or refused, so that {@link #resume} has nothing left to do. */
  public boolean ended() {
    return batches.stream().allMatch(Batch::ended);
  }

  /** What stopped the row: a {@link Later} with its wait, or an {@link Unknown}; empty when it ran through. */
  public Optional<Answer<Acknowledged>> stoppedBy() {
    return batches.stream().filter(batch -> !batch.ended()).findFirst().flatMap(Batch::answer);
  }

  /** Goes on where the row stopped: settles what is unknown, attempts the rest, until something stops it again. */
  public Batches resume() {
    for (int i = 0; i < pieces.size(); i++) {
      if (!batches.get(i).ended()) {
        var piece = pieces.get(i);
        batches.set(i, new Batch(piece.barcodes(), Optional.of(next(piece.write(), batches.get(i).answer()))));
        if (!batches.get(i).ended()) {
          break;
        }
      }
    }
    return this;
  }

  private static Answer<Acknowledged> next(Write write, Optional<Answer<Acknowledged>> before) {
    if (before.isEmpty() || !(before.get() instanceof Unknown<Acknowledged>)) {
      return write.attempt();
    }
    var settled = write.settle();
    return settled instanceof Later<Acknowledged>(var wait, _) && wait.isZero() ? write.attempt() : settled;
  }
}
